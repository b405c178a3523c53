import { Duration, type Stack, Stage } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { ModelInvocationJobProps } from 'cdk-ml-jobs';
import { atMost, type Figure } from './figure';
import { batchJob, job, newStack, SAMPLES } from './sample-stacks';

/** CloudFormation takes no stack with more. */
const MOST_RESOURCES = 500;

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
    atMost('resources: one more batch job, own role, wait of 24 h 10 min', batch, 6, ''),
    atMost(
      'resources: one more batch job, own role, wait of 168 h 10 min',
      besides({ timeout: Duration.hours(168) }),
      18,
      '',
    ),
    jobsInAStack(batch),
    { name: 'resources: own output bucket, besides', value: withBucket - one, unit: '' },
    ...[1, 10].map((jobs) => ({
      name: `resources: ${jobs} × job with one custom_resources.Provider`,
      value: count((stack) => SAMPLES['one custom_resources.Provider'](stack, jobs)),
      unit: '',
    })),
  ];
}

/** How many jobs of 24 hours fit into one stack, beside the engine. */
function jobsInAStack(each: number): Figure {
  const first = count((stack) => batchJob(stack, 'One'));
  const value = 1 + Math.floor((MOST_RESOURCES - first) / each);
  return { name: 'batch jobs of 24 h in one stack, own roles', value, unit: '', target: '≥ 80', met: value >= 80 };
}

function count(make: (stack: Stack) => void): number {
  const stack = newStack();
  make(stack);
  const { template } = Stage.of(stack)!.synth().getStackByName(stack.stackName);
  return Object.keys(template.Resources).length;
}
