import { BATCH_JOBS } from './drawn-batch-job';
import { COMPILATION_JOBS } from './drawn-compilation-job';
import type { DrawnKind } from './drawn-kind';
import { TRAINING_JOBS } from './drawn-training-job';
import { TRANSFORM_JOBS } from './drawn-transform-job';

/** All kinds of jobs. */
export const DRAWN_KINDS: readonly DrawnKind[] = [COMPILATION_JOBS, TRAINING_JOBS, TRANSFORM_JOBS, BATCH_JOBS];
