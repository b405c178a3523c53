import type { JobKindKey } from '../../src/validation/service-model/job-facts';
import type { BedrockKind } from '../bedrock/bedrock-kind';

/** The kinds of jobs that SageMaker runs: for each there are its jobs, its quota, and what it says of one made elsewhere. */
export type SageMakerKind = Exclude<JobKindKey, BedrockKind>;
