import { accessesTo, type Access } from './access';

const PULL_ACTIONS = ['ecr:BatchCheckLayerAvailability', 'ecr:GetDownloadUrlForLayer', 'ecr:BatchGetImage'];

/** Pulls an image, if it is one in ECR. */
export function imageAccesses(image: string): Access[] {
  const [, account, region, repository] = /^(\d{12})\.dkr\.ecr\.([a-z0-9-]+)\.[a-z.]+\/([^:@]+)/.exec(image) ?? [];
  if (repository === undefined) return [];
  return [
    ...accessesTo('*', ['ecr:GetAuthorizationToken']),
    ...accessesTo(`arn:aws:ecr:${region}:${account}:repository/${repository}`, PULL_ACTIONS),
  ];
}
