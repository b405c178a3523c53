import { TagManager, TagType } from 'aws-cdk-lib';
import { newStack } from './sample-job';
import { MODEL_INVOCATION_JOB_DEFINITION } from '../../src/bedrock/model-invocation-job-definition';
import { renderTags, validateTags } from '../../src/job-tags';
import { COMPILATION_JOB_DEFINITION } from '../../src/sagemaker/compilation-job-definition';

const managerOf = (tags: Record<string, string>) => {
  const manager = new TagManager(TagType.STANDARD, 'Custom::Job');
  for (const [key, value] of Object.entries(tags)) manager.setTag(key, value);
  return manager;
};

const TAGS = { team: 'ml', cost: '42', Zone: 'b' };

test('tags are in the order of their keys, under the names that the service has for them', () => {
  const stack = newStack();
  expect(stack.resolve(renderTags(managerOf(TAGS), COMPILATION_JOB_DEFINITION))).toEqual([
    { Key: 'Zone', Value: 'b' },
    { Key: 'cost', Value: '42' },
    { Key: 'team', Value: 'ml' },
  ]);
  expect(stack.resolve(renderTags(managerOf(TAGS), MODEL_INVOCATION_JOB_DEFINITION))).toEqual([
    { key: 'Zone', value: 'b' },
    { key: 'cost', value: '42' },
    { key: 'team', value: 'ml' },
  ]);
});

test('a tag that is set after they were rendered is among them', () => {
  const manager = managerOf({ team: 'ml' });
  const rendered = renderTags(manager, COMPILATION_JOB_DEFINITION);
  manager.setTag('cost', '42');
  expect(newStack().resolve(rendered)).toEqual([
    { Key: 'cost', Value: '42' },
    { Key: 'team', Value: 'ml' },
  ]);
});

test('no tags are nothing at all', () => {
  expect(newStack().resolve(renderTags(managerOf({}), COMPILATION_JOB_DEFINITION))).toBeUndefined();
});

describe('the number of tags', () => {
  const validate = (count: number, isNamed: boolean) => {
    const tags = Object.fromEntries(Array.from({ length: count }, (_, index) => [`key${index}`, 'value']));
    return validateTags(managerOf(tags), MODEL_INVOCATION_JOB_DEFINITION, isNamed);
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
