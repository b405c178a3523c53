import { accessesTo, type Access, type RequestContext } from '../iam/access';

/** The Regions of the geographies that the ids of AWS's own inference profiles begin with. */
const REGIONS: Readonly<Record<string, string>> = {
  us: 'us-*',
  'us-gov': 'us-gov-*',
  eu: 'eu-*',
  apac: 'ap-*',
  jp: 'ap-*',
  au: 'ap-*',
  ca: 'ca-*',
  sa: 'sa-*',
  global: '*',
};

/** Where a model is called from. */
export interface ModelCaller {
  readonly account: string;
  readonly region: string;
}

/** Says whether a model is called through an inference profile. */
export function isProfile(modelId: string): boolean {
  return /:(application-)?inference-profile\//.test(modelId) || profileOf(modelId) !== undefined;
}

/**
 * Uses a model: the model itself, or an inference profile and the models behind it, here and in other Regions of its
 * geography. Which Regions those are is up to AWS; and what an application inference profile routes to, its ARN does not
 * say.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/batch-inference-permissions.html
 */
export function modelAccesses(
  action: string,
  modelId: string,
  caller: ModelCaller,
  context: RequestContext = {},
): Access[] {
  const { account, region } = caller;
  const profile = profileOf(modelId);
  if (!profile) {
    const arn = modelId.startsWith('arn:') ? modelId : modelArn(region, modelId);
    return accessesTo(arn, [action], { context });
  }
  const { id, model, regions, isGlobal } = profile;
  const here = modelArn(region, model);
  return [
    ...accessesTo(`arn:aws:bedrock:${region}:${account}:inference-profile/${id}`, [action], { context }),
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

function modelArn(region: string, id: string): string {
  return `arn:aws:bedrock:${region}::foundation-model/${id}`;
}
