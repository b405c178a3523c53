import { App, NestedStack, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Construct } from 'constructs';
import { JOB_KIND_KEYS } from '../../../src/contract';
import { jobNamePrefix, pathInStack, stackNamePrefix } from '../../../src/job/job-name';
import { ingestionJob, ingestionProperties } from '../sample-ingestion-job';
import { newStack } from '../sample-job';
import { namePropertyOf, SAMPLE_OF_KIND } from '../sample-of-kind';

const NAME = /^[a-z0-9](-*[a-z0-9]){0,62}$/;

describe('the prefix of a stack', () => {
  test('is its name in lower case with a double hyphen', () => {
    expect(stackNamePrefix(new Stack(new App(), 'CompileAndHost'))).toBe('compileandhost--');
  });

  test('has no double hyphen of its own, so that no prefix begins another', () => {
    const stack = new Stack(new App(), 'Stack', { stackName: 'a--b' });
    expect(stackNamePrefix(stack)).toMatch(/^a-b-[0-9a-f]{8}--$/);
  });

  test('is shortened with a hash of the whole name', () => {
    const [one, two] = ['x'.repeat(100) + 'one', 'x'.repeat(100) + 'two'].map((stackName) =>
      stackNamePrefix(new Stack(new App(), 'Stack', { stackName })),
    );
    expect(one).toHaveLength(26);
    expect(one).not.toBe(two);
  });

  test('of a nested stack is that of the stack around it and its own id', () => {
    const nested = new NestedStack(new Stack(new App(), 'Outer'), 'Inner');
    expect(stackNamePrefix(nested)).toMatch(/^outer-inner-[0-9a-f]{8}--$/);
  });
});

describe('the prefix of a job', () => {
  test('is the prefix of the engine and the path of the job', () => {
    const scope = new Construct(new Stack(new App(), 'Stack'), 'Edge Models');
    expect(jobNamePrefix('stack--', new Construct(scope, 'Compile_1'), 63)).toBe('stack--edge-models-compile-1');
  });

  test('leaves room for the spec key and the number of an attempt, whatever the ids', () => {
    const stack = new Stack(new App(), 'Stack', { stackName: 'S'.repeat(128) });
    const job = new Construct(new Construct(stack, 'Models'.repeat(20)), '---');
    const prefix = jobNamePrefix(stackNamePrefix(stack), job, 63);
    expect(prefix.length).toBe(46);
    expect(`${prefix}--0123456789ab-99`).toMatch(NAME);
  });

  test.each([
    ['S'.repeat(128), 'Models'.repeat(20)],
    ['a--b', '---'],
    ['Penguins', 'Tune-It'],
    ['A-B-C-D-E-F-G-H', 'A-B-C-D-E-F-G'],
    ['Shop-', '-a-'],
  ])('fits into the names of services that take 32 characters: of %s and %s', (stackName, id) => {
    const stack = new Stack(new App(), 'Stack', { stackName: stackName.replace(/-$/, '') });
    const stackPrefix = stackNamePrefix(stack, 32);
    const name = `${jobNamePrefix(stackPrefix, new Construct(stack, id), 32)}--0123456789ab-99`;
    expect(name).toMatch(/^[a-z0-9](-*[a-z0-9]){0,31}$/);
    expect(name.split('--')).toHaveLength(3);
    expect(name).not.toContain('---');
  });

  test('of 32 characters has the whole name of a stack where that is short, and a hash of a longer one', () => {
    const [short, long, other] = ['Shop', 'CompileAndHost', 'CompileAndTest'].map((stackName) =>
      stackNamePrefix(new Stack(new App(), 'Stack', { stackName }), 32),
    );
    expect(jobNamePrefix(short, new Construct(new Stack(new App(), 'Stack'), 'Tune Trees'), 32)).toBe(
      'shop--tune-tree',
    );
    expect(long).toMatch(/^[0-9a-f]{8}--$/);
    expect(long).not.toBe(other);
  });

  test('leaves out the ids that the CDK hides', () => {
    const stack = new Stack(new App(), 'Stack');
    const job = new Construct(new Construct(new Construct(stack, 'Default'), 'Compile'), 'Resource');
    expect(pathInStack(job)).toEqual(['Compile']);
  });

  test('has a word for a job without any letter in its path', () => {
    expect(jobNamePrefix('stack--', new Construct(new Stack(new App(), 'Stack'), '💡'), 63)).toBe('stack--job');
  });
});

describe('the name that a person has given', () => {
  test.each(JOB_KIND_KEYS.filter((kind) => kind !== 'IngestionJob'))('is that of the property of a %s', (kind) => {
    const stack = newStack();
    SAMPLE_OF_KIND[kind](stack, 'Job', { [namePropertyOf(kind)]: 'penguins' });
    const resources = Object.values(
      Template.fromStack(stack).toJSON().Resources as { readonly [id: string]: { Type: string; Properties: object } },
    );
    const job = resources.find(({ Type }) => Type.endsWith(kind))!;
    expect(job.Properties).toMatchObject({ JobName: 'penguins' });
  });

  test('is none where the member that would have it is a description', () => {
    const stack = newStack();
    ingestionJob(stack, 'Ingest', { description: 'The manuals' });
    expect(ingestionProperties(stack)).not.toHaveProperty('JobName');
  });
});
