import { App, CfnResource, Duration, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { pageOf } from '../../scripts/documentation/page';
import { compilationJob } from '../src/sample-job';
import { trainingJob } from '../src/sample-training-job';

/** How many resources a stack has. */
function count(make: (stack: Stack) => void): number {
  const stack = new Stack(new App(), 'Stack');
  make(stack);
  return Object.keys(Template.fromStack(stack).toJSON().Resources as object).length;
}

const role = (stack: Stack) => new Role(stack, 'Role', { assumedBy: new ServicePrincipal('sagemaker.amazonaws.com') });
const { text } = pageOf('docs/cost.md');
const one = count((stack) => compilationJob(stack, 'A'));

test('the engine has as many resources as the page says, and a job with a role of its own', () => {
  const two = count((stack) => ['A', 'B'].forEach((id) => compilationJob(stack, id)));
  expect(two - one).toBe(3);
  expect(one - 3).toBe(7);
  expect(text).toContain(
    '| the engine of a stack, whatever the number of jobs | 7, and 1 for every further kind of job |',
  );
  expect(text).toContain('| a job with a role of its own | 3: the role, its policy and the job |');
});

test('a further kind of job takes one more', () => {
  const kinds = count((stack) => {
    compilationJob(stack, 'A');
    trainingJob(stack, 'B', { waitTimeout: Duration.minutes(40) });
  });
  expect(kinds - one).toBe(3 + 1);
});

test('a job with a role that another job has, too, takes one', () => {
  const withRole = (ids: readonly string[]) =>
    count((stack) => {
      const shared = role(stack);
      ids.forEach((id) => compilationJob(stack, id, { role: shared }));
    });
  expect(withRole(['A', 'B']) - withRole(['A'])).toBe(1);
  expect(text).toContain('| a job with a role that another job has, too | 1 |');
});

test('an output bucket that is not brought takes two', () => {
  expect(count((stack) => compilationJob(stack, 'A', { outputBucket: undefined })) - one).toBe(2);
  expect(text).toContain('| an output bucket that you do not bring | 2 |');
});

test('a wait of a day takes three, and a policy once', () => {
  const long = { waitTimeout: Duration.hours(20) };
  const first = count((stack) => compilationJob(stack, 'A', long));
  const second = count((stack) => ['A', 'B'].forEach((id) => compilationJob(stack, id, long)));
  expect(first - one).toBe(3 + 1);
  expect(second - first).toBe(3 + 3);
  expect(text).toContain('3 for a day; and 1 policy for all such jobs of the stack |');
});

test('the samples bring their buckets, and nothing else is in the stacks', () => {
  const stack = new Stack(new App(), 'Stack');
  compilationJob(stack, 'A');
  const types = stack.node.findAll().flatMap((each) => (CfnResource.isCfnResource(each) ? [each.cfnResourceType] : []));
  expect(types).not.toContain('AWS::S3::Bucket');
});
