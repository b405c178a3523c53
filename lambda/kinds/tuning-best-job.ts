import type { DescribeHyperParameterTuningJobResponse } from '@aws-sdk/client-sagemaker';
import { metricAttribute } from '../../src/contract';

type TuningJob = Pick<
  DescribeHyperParameterTuningJobResponse,
  'BestTrainingJob' | 'TrainingJobDefinition' | 'TrainingJobDefinitions'
>;

/**
 * Where the model of the best training job lies: the service does not say it of a tuning job. It is the place that every
 * training job has under its output path, and where AWS's own SDK for Python looks for it (`get_top_model_s3_uri`).
 */
export function bestArtifacts({ BestTrainingJob: best, ...job }: TuningJob): string {
  const definitions = [job.TrainingJobDefinition, ...(job.TrainingJobDefinitions ?? [])].filter((each) => !!each);
  const named = definitions.find(({ DefinitionName }) => DefinitionName === best?.TrainingJobDefinitionName);
  const output = (named ?? definitions[0])?.OutputDataConfig;
  if (best?.TrainingJobName === undefined || output?.S3OutputPath === undefined) return '';
  const file = output.CompressionType === 'NONE' ? 'model/' : 'model.tar.gz';
  return `${output.S3OutputPath.replace(/\/$/, '')}/${best.TrainingJobName}/output/${file}`;
}

/** The values of those hyperparameters of the best training job that are asked for: an answer has no room for all of them. */
export function bestHyperparameters({ BestTrainingJob: best }: TuningJob, names: readonly string[]) {
  const values = best?.TunedHyperParameters ?? {};
  return Object.fromEntries(names.map((name) => [metricAttribute(name), values[name] ?? '']));
}
