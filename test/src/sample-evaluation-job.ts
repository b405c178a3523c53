import type { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { FoundationModelIdentifier } from 'aws-cdk-lib/aws-bedrock';
import type { Construct } from 'constructs';
import { bucketNamed, newStack } from './sample-job';
import {
  EvaluationDataset,
  EvaluationJob,
  type EvaluationJobProps,
  EvaluationSource,
  EvaluationTaskType,
} from '../../src';

export const EVALUATION_JOB_TYPE = 'Custom::BedrockEvaluationJob';

/** A model that answers. */
export const NOVA = new FoundationModelIdentifier('amazon.nova-lite-v1:0');

/** A dataset that the service has. */
export const BOOL_Q = EvaluationDataset.builtIn('Builtin.BoolQ', {
  taskType: EvaluationTaskType.QUESTION_AND_ANSWER,
  metrics: ['Builtin.Accuracy', 'Builtin.Toxicity'],
});

/** A valid evaluation job whose results get into a bucket that is there already. */
export function evaluationJob(scope: Construct, id: string, props: Partial<EvaluationJobProps> = {}): EvaluationJob {
  return new EvaluationJob(scope, id, {
    sources: [EvaluationSource.foundationModel(NOVA)],
    datasets: [BOOL_Q],
    outputBucket: bucketNamed(scope, 'results'),
    outputPrefix: 'evaluations/',
    ...props,
  });
}

/** The properties of the one evaluation job of a stack, as the template has them. */
export function evaluationProperties(stack: Stack): { Request: Record<string, unknown>; [property: string]: unknown } {
  const [job] = Object.values(Template.fromStack(stack).findResources(EVALUATION_JOB_TYPE));
  return job.Properties;
}

/** What `props` makes of the request of an evaluation job. */
export function evaluationRequestOf(props: Partial<EvaluationJobProps>): Record<string, unknown> {
  const stack = newStack();
  evaluationJob(stack, 'Evaluate', props);
  return evaluationProperties(stack).Request;
}
