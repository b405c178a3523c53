import type { JobKindKey } from '../../src/validation/service-model/job-facts';

/** The kinds of Bedrock jobs, by their keys. */
export type BedrockKind = Extract<JobKindKey, 'ModelCustomizationJob' | 'ModelInvocationJob'>;
