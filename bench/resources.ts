import { Duration, type Stack, Stage } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { ModelInvocationJobProps } from 'cdk-ml-jobs';
import { atMost, type Figure } from './figure';
import { batchJob, job, newStack, SAMPLES } from './sample-stacks';

/** How many resources a job takes. */
export function measureResources(): Figure[] {
  const one = count((stack) => job(stack, 'One'));
  const withBucket = count((stack) => job(stack, 'One', { outputBucket: undefined }));
  const two = count((stack) => ['One', 'Two'].forEach((id) => job(stack, id)));
  const shared = (ids: string[]) =>
    count((stack) => {
      const role = new iam.Role(stack, 'Shared', { assumedBy: new iam.ServicePrincipal('sagemaker.amazonaws.com') });
      ids.forEach((id) => job(stack, id, { role }));
    });
  const another = two - one;
  const besides = (props: Partial<ModelInvocationJobProps>) => {
    const jobs = (ids: string[]) => count((stack) => ids.forEach((id) => batchJob(stack, id, props)));
    return jobs(['One', 'Two']) - jobs(['One']);
  };
  const batch = besides({});
  const bothKinds = count((stack) => [job(stack, 'One'), batchJob(stack, 'Two')]);
  return [
    atMost('resources: engine', one - another, 8, ''),
    atMost('resources: engine with jobs of two kinds', bothKinds - another - batch, 8, ''),
    atMost('resources: one more job, own role', another, 3, ''),
    atMost('resources: one more job, shared role', shared(['One', 'Two']) - shared(['One']), 1, ''),
    atMost(
      'resources: one more batch job, own role, wait of 50 min',
      besides({ waitTimeout: Duration.minutes(50) }),
      3,
      '',
    ),
    { name: 'resources: one more batch job, own role, wait of 24 h 10 min', value: batch, unit: '' },
    { name: 'resources: own output bucket, besides', value: withBucket - one, unit: '' },
    {
      name: 'resources: one job with a custom_resources.Provider',
      value: count((stack) => SAMPLES['custom_resources.Provider'](stack, 1)),
      unit: '',
    },
  ];
}

function count(make: (stack: Stack) => void): number {
  const stack = newStack();
  make(stack);
  const { template } = Stage.of(stack)!.synth().getStackByName(stack.stackName);
  return Object.keys(template.Resources).length;
}
