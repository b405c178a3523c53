import { hintIn } from '../../../lambda/kinds/hint';
import { REQUEST_HINTS } from '../../../lambda/kinds/request-hints';

test.each([
  [
    "ValidationException: 1 validation error detected: Value 'ml.t2.medium' at 'resourceConfig.instanceType' failed to satisfy constraint: Member must satisfy enum value set: [ml.p2.xlarge]",
    "the API takes no such value at 'resourceConfig.instanceType'",
  ],
  [
    "ValidationException: 2 validation errors detected: Value '' at 'jobName' failed to satisfy constraint: Member must have length greater than or equal to 1; …",
    "at 'jobName'",
  ],
  ['ValidationException: aws: prefixed tag key names are not allowed for external use.', "must not begin with 'aws:'"],
])('what can be done about "%s"', (text, hint) => {
  expect(hintIn(REQUEST_HINTS, text)).toContain(hint);
});

test.each(['the optimizer failed to satisfy the constraint of the loss', 'the tag of the image is missing'])(
  'there is none for "%s"',
  (text) => {
    expect(hintIn(REQUEST_HINTS, text)).toBeUndefined();
  },
);
