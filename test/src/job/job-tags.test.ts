import { App, Lazy, NestedStack, Stack, Stage, TagType, Tags } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { JobEngine } from '../../../src';
import { MODEL_INVOCATION_JOB_DEFINITION } from '../../../src/bedrock/model-invocation-job-definition';
import { JobTagManager, renderTags, validateTags } from '../../../src/job/job-tags';
import { COMPILATION_JOB_DEFINITION } from '../../../src/sagemaker/compilation/compilation-job-definition';
import { BATCH_JOB_TYPE, batchJob } from '../sample-batch-job';
import { compilationJob, JOB_TYPE, newStack } from '../sample-job';
import { TRAINING_JOB_TYPE, trainingJob } from '../sample-training-job';
import { TRANSFORM_JOB_TYPE, transformJob } from '../sample-transform-job';

const managerOf = (tags: Record<string, string>) => {
  const manager = new JobTagManager(TagType.STANDARD, 'Custom::Job');
  for (const [key, value] of Object.entries(tags)) manager.setTag(key, value);
  return manager;
};

const TAGS = { team: 'ml', cost: '42', Zone: 'b' };

test('tags are in the order of their keys, under the names that the service has for them', () => {
  const stack = newStack();
  expect(stack.resolve(renderTags(stack, managerOf(TAGS), COMPILATION_JOB_DEFINITION))).toEqual([
    { Key: 'Zone', Value: 'b' },
    { Key: 'cost', Value: '42' },
    { Key: 'team', Value: 'ml' },
  ]);
  expect(stack.resolve(renderTags(stack, managerOf(TAGS), MODEL_INVOCATION_JOB_DEFINITION))).toEqual([
    { key: 'Zone', value: 'b' },
    { key: 'cost', value: '42' },
    { key: 'team', value: 'ml' },
  ]);
});

test('a tag that is set after they were rendered is among them', () => {
  const stack = newStack();
  const manager = managerOf({ team: 'ml' });
  const rendered = renderTags(stack, manager, COMPILATION_JOB_DEFINITION);
  manager.setTag('cost', '42');
  expect(stack.resolve(rendered)).toEqual([
    { Key: 'cost', Value: '42' },
    { Key: 'team', Value: 'ml' },
  ]);
});

test('no tags are nothing at all', () => {
  const stack = newStack();
  expect(stack.resolve(renderTags(stack, managerOf({}), COMPILATION_JOB_DEFINITION))).toBeUndefined();
});

/** The tags of the one compilation job of a stack, by their keys. */
function tagsOf(stack: Stack): unknown {
  const [job] = Object.values(Template.fromStack(stack).findResources(JOB_TYPE));
  const tags = (job.Properties.Request.Tags ?? []) as { Key: string; Value: unknown }[];
  return Object.fromEntries(tags.map(({ Key, Value }) => [Key, Value]));
}

describe('the tags of the stack', () => {
  test.each([
    [JOB_TYPE, compilationJob, { Tags: [{ Key: 'CostCenter', Value: 'ml' }] }],
    [TRAINING_JOB_TYPE, trainingJob, { Tags: [{ Key: 'CostCenter', Value: 'ml' }] }],
    [TRANSFORM_JOB_TYPE, transformJob, { Tags: [{ Key: 'CostCenter', Value: 'ml' }] }],
    [BATCH_JOB_TYPE, batchJob, { tags: [{ key: 'CostCenter', value: 'ml' }] }],
  ])('reach the request of a %s', (type, make, Request) => {
    const stack = new Stack(new App(), 'Stack', { tags: { CostCenter: 'ml' } });
    make(stack, 'Job');
    Template.fromStack(stack).hasResourceProperties(type, { Request });
  });

  test('give way to those of the job, whatever their priority', () => {
    const stack = new Stack(new App(), 'Stack', { tags: { CostCenter: 'ml', team: 'a' } });
    Tags.of(compilationJob(stack, 'Compile')).add('CostCenter', 'own', { priority: 1 });
    expect(tagsOf(stack)).toEqual({ CostCenter: 'own', team: 'a' });
  });

  test.each(['the app', 'the stage'])('come with those of %s', (where) => {
    const app = new App();
    const scope = where === 'the app' ? app : new Stage(app, 'Prod');
    const stack = new Stack(scope, 'Stack', { tags: { CostCenter: 'ml' } });
    compilationJob(stack, 'Compile');
    Tags.of(scope).add('team', 'a');
    expect(tagsOf(stack)).toEqual({ CostCenter: 'ml', team: 'a' });
  });

  test('are those of the stack of the job, and not of its engine', () => {
    const app = new App();
    const engine = new JobEngine(new Stack(app, 'Engine', { tags: { of: 'engine' } }), 'Jobs');
    const stack = new Stack(app, 'Stack', { tags: { of: 'job' } });
    compilationJob(stack, 'Compile', { engine });
    expect(tagsOf(stack)).toEqual({ of: 'job' });
  });

  test('are in a nested stack those of the stack around it, too', () => {
    const stack = new Stack(new App(), 'Stack', { tags: { CostCenter: 'ml', of: 'parent' } });
    const nested = new NestedStack(stack, 'Nested');
    nested.tags.setTag('of', 'nested');
    compilationJob(nested, 'Compile');
    expect(tagsOf(nested)).toEqual({ CostCenter: 'ml', of: 'nested' });
  });

  test('that are set after the job was made reach it', () => {
    const stack = newStack();
    compilationJob(stack, 'Compile');
    stack.tags.setTag('late', 'yes');
    expect(tagsOf(stack)).toEqual({ late: 'yes' });
  });

  test('may hold tokens', () => {
    const stack = newStack();
    compilationJob(stack, 'Compile');
    stack.tags.setTag('lazy', Lazy.string({ produce: () => 'value' }));
    stack.tags.setTag('region', stack.region);
    expect(tagsOf(stack)).toEqual({ lazy: 'value', region: { Ref: 'AWS::Region' } });
  });

  test.each(['the job', 'the app'])('that are removed from %s are not in the request', (from) => {
    const app = new App();
    const stack = new Stack(app, 'Stack', { tags: { CostCenter: 'ml', team: 'a' } });
    const job = compilationJob(stack, 'Compile');
    Tags.of(from === 'the job' ? job : app).remove('CostCenter');
    expect(tagsOf(stack)).toEqual({ team: 'a' });
  });

  test('that are excluded for the type of the job are not in the request, though the stack has them', () => {
    const app = new App();
    const stack = new Stack(app, 'Stack');
    compilationJob(stack, 'Compile');
    Tags.of(app).add('CostCenter', 'ml', { excludeResourceTypes: [JOB_TYPE] });
    Tags.of(app).add('team', 'a', { excludeResourceTypes: ['AWS::S3::Bucket'] });
    expect(stack.tags.tagValues()).toEqual({});
    expect(tagsOf(stack)).toEqual({ team: 'a' });
    expect(stack.tags.tagValues()).toMatchObject({ CostCenter: 'ml', team: 'a' });
  });

  test('that are for the stack alone are those of the job, as they are of all that CloudFormation makes in it', () => {
    const stack = newStack();
    compilationJob(stack, 'Compile');
    Tags.of(stack).add('CostCenter', 'ml', { includeResourceTypes: ['aws:cdk:stack'] });
    expect(tagsOf(stack)).toEqual({ CostCenter: 'ml' });
  });
});

describe('a key of AWS', () => {
  test.each([
    ['a compilation job', compilationJob],
    ['a training job', trainingJob],
    ['a transform job', transformJob],
    ['a batch inference job', batchJob],
  ])('fails as that of %s', (_, make) => {
    const stack = newStack();
    Tags.of(make(stack, 'Job')).add('aws:owner', 'x');
    expect(() => Template.fromStack(stack)).toThrow(
      "[Stack/Job] 'tags' must have no key that begins with 'aws:', which AWS keeps for itself, got 'aws:owner': give the tag another key, such as 'owner'",
    );
  });

  test('fails in any case of its letters', () => {
    const stack = newStack();
    Tags.of(compilationJob(stack, 'Job')).add('AwS:', 'x');
    expect(() => Template.fromStack(stack)).toThrow(/got 'AwS:': give the tag another key$/m);
  });

  test('fails as that of the stack', () => {
    const stack = new Stack(new App(), 'Stack', { tags: { 'aws:team': 'ml' } });
    compilationJob(stack, 'Job');
    expect(() => Template.fromStack(stack)).toThrow(
      "got 'aws:team', a tag of the stack 'Stack': give the tag another key, such as 'team'",
    );
  });

  test.each(['awsome', 'my:aws:team', 'aws'])('is not %s', (key) => {
    const stack = newStack();
    Tags.of(compilationJob(stack, 'Job')).add(key, 'x');
    expect(() => Template.fromStack(stack)).not.toThrow();
  });
});

describe('the number of tags', () => {
  const validate = (count: number, isNamed: boolean) => {
    const tags = Object.fromEntries(Array.from({ length: count }, (_, index) => [`key${index}`, 'value']));
    return validateTags(newStack(), managerOf(tags), MODEL_INVOCATION_JOB_DEFINITION, isNamed);
  };

  test.each([
    [50, false],
    [49, true],
    [0, true],
  ])('may be %s (with a name of its own: %s)', (count, isNamed) => {
    expect(validate(count, isNamed)).toEqual([]);
  });

  test('is too large above 50', () => {
    expect(validate(51, false)).toEqual(["'tags' must be at most 50, got 51"]);
  });

  test('is too large above 49 for a job with a name of its own', () => {
    expect(validate(50, true)).toEqual([
      "'tags' must be at most 49, since a job with a name of its own needs one for itself, got 50",
    ]);
  });
});
