import { GEOGRAPHIES } from './geographies';

/** What the id of a system-defined inference profile says. */
export interface InferenceProfileId {
  /** The id of the foundation model behind the profile. */
  readonly foundationModelId: string;
  /** The Regions of the geography as a policy names them: all of them, for a geography that is not known here. */
  readonly regions: string;
  /** Whether the profile routes to every commercial Region. */
  readonly isGlobal: boolean;
}

/** Reads an id such as `us.amazon.nova-lite-v1:0`: a geography, a dot, and the id of a foundation model. */
export function parseInferenceProfileId(id: string): InferenceProfileId | undefined {
  const [, geography, foundationModelId] = /^([a-z-]+)\.([a-z0-9-]+\.[a-z0-9.:-]+)$/.exec(id) ?? [];
  if (geography === undefined) return undefined;
  return { foundationModelId, regions: GEOGRAPHIES.get(geography)?.regions ?? '*', isGlobal: geography === 'global' };
}

/** Whether an id begins with a geography that is known here, as no foundation model's does. */
export function isInferenceProfileId(id: string): boolean {
  return GEOGRAPHIES.has(id.slice(0, id.indexOf('.')));
}
