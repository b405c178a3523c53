import { TrainingOutputCompression } from './training-output-compression';
import { knownMembers, knownText } from '../../validation/known-value';

/** Whose models are known to be packed in some way: not those of jobs that were made elsewhere. */
export interface PackedModels {
  /** By what they are packed, each once. */
  readonly _compressions?: ReadonlySet<string>;
}

/** By what trainings pack their models, as their requests say it. */
export function compressionsIn(trainings: readonly unknown[]): ReadonlySet<string> {
  return new Set(
    trainings.map(
      (training) =>
        knownText(knownMembers(training, 'OutputDataConfig')?.CompressionType) ?? TrainingOutputCompression.GZIP,
    ),
  );
}

/** Whether a model may be files in a folder, which are not packed. */
export function mayBeFolder({ _compressions }: PackedModels): boolean {
  return _compressions?.has(TrainingOutputCompression.NONE) ?? false;
}

/** Whether a model may be one archive. */
export function mayBeArchive({ _compressions }: PackedModels): boolean {
  return _compressions?.has(TrainingOutputCompression.GZIP) ?? false;
}
