import { arnIn, type Environment } from '../environment';
import { accessesTo, type Access } from '../iam/access';
import type { RequestContext } from '../iam/request-context';
import { partitionOf } from '../partition';

/** The Regions of the geographies that the ids of AWS's own inference profiles begin with. */
const REGIONS: Readonly<Record<string, string>> = {
  us: 'us-*',
  'us-gov': 'us-gov-*',
  eu: 'eu-*',
  apac: 'ap-*',
  jp: 'ap-*',
  in: 'ap-*',
  au: 'ap-*',
  ca: 'ca-*',
  sa: 'sa-*',
  global: '*',
};

/** Says whether a model is called through an inference profile. */
export function isProfile(modelId: string): boolean {
  return /:(application-)?inference-profile\//.test(modelId) || profileOf(modelId) !== undefined;
}

/**
 * The accesses needed to use a model: to the model itself, or to an inference profile and the models behind it, here and
 * in other Regions of its geography. Which Regions those are is up to AWS; and what an application inference profile
 * routes to, its ARN does not say.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/batch-inference-permissions.html
 */
export function modelAccesses(
  action: string,
  modelId: string,
  caller: Environment,
  context: RequestContext = {},
): Access[] {
  const { region } = caller;
  const modelArn = (where: string, id: string): string =>
    `arn:${partitionOf(region)}:bedrock:${where}::foundation-model/${id}`;
  const profile = profileOf(modelId);
  if (!profile) {
    const arn = modelId.startsWith('arn:') ? modelId : modelArn(region, modelId);
    return accessesTo(arn, [action], { context });
  }
  const { id, model, regions, isGlobal } = profile;
  const here = modelArn(region, model);
  return [
    ...accessesTo(arnIn(caller, 'bedrock', `inference-profile/${id}`), [action], { context }),
    ...accessesTo(here, [action], { context }),
    ...accessesTo(modelArn(regions, model), [action], { context, somewhereBut: here }),
    // a global profile calls the model where it is in no Region, too
    ...(isGlobal ? accessesTo(modelArn('', model), [action], { context }) : []),
  ];
}

function profileOf(modelId: string): { id: string; model: string; regions: string; isGlobal: boolean } | undefined {
  const id = /:inference-profile\/(.+)$/.exec(modelId)?.[1] ?? modelId;
  const [, geography, model] = /^([a-z-]+)\.([a-z0-9-]+\..+)$/.exec(id) ?? [];
  const regions = REGIONS[geography];
  return regions === undefined ? undefined : { id, model, regions, isGlobal: geography === 'global' };
}
