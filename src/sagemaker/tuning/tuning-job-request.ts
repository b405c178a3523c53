import type { RenderedTraining } from './tuning-training-request';
import type { Request } from '../../job/request-overrides';

/** One training has its objective and its ranges in the configuration of the job. */
export function ofOne({ definition, objective, ranges }: RenderedTraining): Request {
  return {
    HyperParameterTuningJobConfig: { HyperParameterTuningJobObjective: objective, ParameterRanges: ranges },
    TrainingJobDefinition: definition,
  };
}

/** Each of several trainings has its own. */
export function ofSeveral(rendered: readonly RenderedTraining[]): Request {
  return {
    TrainingJobDefinitions: rendered.map(({ definition, objective, ranges }) => ({
      ...definition,
      TuningObjective: objective,
      HyperParameterRanges: ranges,
    })),
  };
}

/** What a network comes to: each training is told of it. */
export function inVpc(isOne: boolean, rendered: readonly RenderedTraining[], VpcConfig: Request): Request {
  if (isOne) return { TrainingJobDefinition: { VpcConfig } };
  const all = rendered.map((training) => ({ ...training, definition: { ...training.definition, VpcConfig } }));
  return ofSeveral(all);
}
