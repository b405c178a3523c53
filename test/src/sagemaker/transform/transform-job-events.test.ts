import { Template } from 'aws-cdk-lib/assertions';
import type { OnEventOptions, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import type { TransformJob, TransformJobProps } from '../../../../src';
import { newStack } from '../../sample-job';
import { transformJob } from '../../sample-transform-job';

/** The pattern of the rule that a function makes of a job, as the template has it. */
function patternOf(make: (job: TransformJob, options: OnEventOptions) => Rule, props: Partial<TransformJobProps> = {}) {
  const stack = newStack();
  make(transformJob(stack, 'Score', props), { target: new SqsQueue(new Queue(stack, 'Queue')) });
  const [{ Properties }] = Object.values(Template.fromStack(stack).findResources('AWS::Events::Rule'));
  return Properties.EventPattern;
}

const event = (detail: object) => ({
  source: ['aws.sagemaker'],
  'detail-type': ['SageMaker Transform Job State Change'],
  detail: { TransformJobName: [{ prefix: 'stack--score--' }], ...detail },
});

test('a change of state is one of any attempt at the job, to any status', () => {
  expect(patternOf((job, options) => job.onStateChange('Rule', options))).toEqual(event({}));
});

test('a job has completed when it has written all results', () => {
  expect(patternOf((job, options) => job.onCompleted('Rule', options))).toEqual(
    event({ TransformJobStatus: ['Completed'] }),
  );
});

test('a job has failed however else it has ended', () => {
  expect(patternOf((job, options) => job.onFailed('Rule', options))).toEqual(
    event({ TransformJobStatus: ['Failed', 'Stopped'] }),
  );
});

test('the events of a job with a name of its own are those of the job with this very name', () => {
  const pattern = patternOf((job, options) => job.onStateChange('Rule', options), { transformJobName: 'penguins-v1' });
  expect(pattern.detail).toEqual({ TransformJobName: ['penguins-v1'] });
});
