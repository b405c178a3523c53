import { Token } from 'aws-cdk-lib';
import {
  boundsText,
  type MetricRequirement,
  requirementRules,
} from '../../../../src/bedrock/evaluation/metric-requirement';

const said = (requirement: unknown) =>
  [...requirementRules('accuracy', requirement as MetricRequirement)].map(({ member, text }) => [
    member?.property,
    text,
  ]);

test.each([{ atLeast: 0.8 }, { atMost: -5 }, { atLeast: 0, atMost: 0 }, { atLeast: 2e9 }])(
  'bounds are numbers: %j',
  (requirement) => {
    expect(said(requirement)).toEqual([]);
  },
);

test.each<[string, unknown, string, string]>([
  ['no bound', {}, "requireMetric('accuracy')", "must have 'atLeast' or 'atMost'"],
  ['no object', [], "requireMetric('accuracy')", 'must be an object, got []'],
  ['nothing', undefined, "requireMetric('accuracy')", 'must be an object, got undefined'],
  ['a text', { atLeast: '0.8' }, "requireMetric('accuracy').atLeast", "must be a number, got '0.8'"],
  ['no number', { atMost: NaN }, "requireMetric('accuracy').atMost", 'must be a number, got NaN'],
  [
    'a number that only the deployment knows',
    { atMost: Token.asNumber({ Ref: 'Most' }) },
    "requireMetric('accuracy').atMost",
    'must be known at synthesis, and is known at deployment only',
  ],
  [
    'no number for the other bound',
    { atLeast: 1, atMost: Symbol('a') },
    "requireMetric('accuracy').atMost",
    'must be a number, got Symbol(a)',
  ],
  [
    'bounds that nothing is within',
    { atLeast: 1, atMost: 0 },
    "requireMetric('accuracy').atLeast",
    "must be at most 'atMost' (0), got 1",
  ],
])('is refused: %s', (_, requirement, member, text) => {
  expect(said(requirement)).toEqual([[member, text]]);
});

test.each<[MetricRequirement, string]>([
  [{ atLeast: 0.8 }, '0.8..'],
  [{ atMost: 0.1 }, '..0.1'],
  [{ atLeast: 0, atMost: 1 }, '0..1'],
])('the handler is told %j as %s', (requirement, text) => {
  expect(boundsText(requirement)).toBe(text);
});
