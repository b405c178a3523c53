import type { HyperParameterTuningJobProps } from './hyper-parameter-tuning-job-props';
import type { TuningTraining } from './tuning-training';
import { entriesInKeyOrder } from '../../key-order';

/** A training of a tuning job, and the property that has it. */
export interface NamedTraining {
  readonly training: TuningTraining;
  /** For messages. */
  readonly member: string;
  /** @default - it is the only one */
  readonly name?: string;
}

/** The trainings of a tuning job: one, or several by their names. */
export function trainingsOf({ training, trainingDefinitions = {} }: HyperParameterTuningJobProps): NamedTraining[] {
  if (training !== undefined) return [{ training, member: 'training' }];
  return entriesInKeyOrder(trainingDefinitions).map(([name, each]) => ({
    training: each,
    member: `trainingDefinitions.${name}`,
    name,
  }));
}
