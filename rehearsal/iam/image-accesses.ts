import { accessesTo, type Access } from './access';
import { arnIn } from '../environment';

const PULL_ACTIONS = ['ecr:BatchCheckLayerAvailability', 'ecr:GetDownloadUrlForLayer', 'ecr:BatchGetImage'];

/** The accesses needed to pull an image, if it is one in ECR. */
export function imageAccesses(image: string): Access[] {
  const [, account, region, repository] = /^(\d{12})\.dkr\.ecr\.([a-z0-9-]+)\.[a-z.]+\/([^:@]+)/.exec(image) ?? [];
  if (repository === undefined) return [];
  return [
    ...accessesTo('*', ['ecr:GetAuthorizationToken']),
    ...accessesTo(arnIn({ account, region }, 'ecr', `repository/${repository}`), PULL_ACTIONS),
  ];
}
