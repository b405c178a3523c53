import { Aws, Token } from 'aws-cdk-lib';
import { allowsShape, fixedShapeRules, isFlexible, shapeRules } from '../../../../src/sagemaker/neo/input-shape';
import { sentence } from '../../../../src/validation/finding';

const problemsOf = (shape: unknown) => [...shapeRules('input', shape)].map(sentence);
const MEMBER = '(InputConfig.DataInputConfig)';
const token = Token.asNumber({ Ref: 'Size' });

describe('a shape', () => {
  test.each([
    [[1, 3, 224, 224]],
    [[]],
    [['1..10', 3]],
    [[null, 3]],
    [[-1, 3]],
    [[token, 3]],
    [
      [
        [1, 2],
        [3, 4],
      ],
    ],
    [Token.asList({ Ref: 'Shape' })],
  ])('may be %j', (shape) => {
    expect(problemsOf(shape)).toEqual([]);
  });

  test.each([
    ['224', `'input' ${MEMBER} must be a shape: a list of dimensions, such as [1, 3, 224, 224], got '224'`],
    [[0], `'input[0]' ${MEMBER} must be a whole number of at least 1, or a range such as '1..10', got 0`],
    [[1.5], `'input[0]' ${MEMBER} must be a whole number of at least 1, or a range such as '1..10', got 1.5`],
    [['10..1'], `'input[0]' ${MEMBER} must be a whole number of at least 1, or a range such as '1..10', got '10..1'`],
    [[[1, '1..2']], `'input[0][1]' ${MEMBER} must be a whole number of at least 1, got '1..2'`],
    [[[1], 2], `'input[1]' ${MEMBER} must be a list of sizes, such as [1, 3, 224, 224], got 2`],
  ])('fails with %j', (shape, text) => {
    expect(problemsOf(shape)).toEqual([text]);
  });
});

test.each([
  [[1, 3], false],
  [['1..10', 3], true],
  [[null, 3], true],
  [[-1, 3], true],
  [[[1, 3]], true],
  ['text', false],
  [Token.asList({ Ref: 'Shape' }), false],
])('whether %j lets an input have more than one size: %s', (shape, expected) => {
  expect(isFlexible(shape)).toBe(expected);
});

test.each([
  [[1, 3], [1, 3], true],
  [[1, 3], [1, 4], false],
  [[1, 3], [1], false],
  [['1..10', 3], [10, 3], true],
  [['1..10', 3], [11, 3], false],
  [[null, 3], [500, 3], true],
  [[[1], [2]], [2], true],
  [[[1], [2]], [3], false],
  [[token], [3], true],
  ['unknown', [3], true],
])('whether %j allows %j: %s', (shape, fixed, expected) => {
  expect(allowsShape(shape, fixed)).toBe(expected);
});

test('a shape of one size has sizes only', () => {
  expect([...fixedShapeRules('input', [1, token, 3])]).toEqual([]);
  expect([...fixedShapeRules('input', Aws.REGION)]).toEqual([]);
  expect([...fixedShapeRules('input', [])].map(sentence)).toEqual([
    `'input' ${MEMBER} must be a list of sizes, such as [1, 3, 224, 224], got []`,
  ]);
});
