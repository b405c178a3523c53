import { transformHint } from '../../../lambda/kinds/transform-hints';

test.each([
  ['AlgorithmError: Exit Code: 137', 'more memory'],
  ['AlgorithmError: See job logs for more information', '/data-log'],
  ['ClientError: See job logs for more information', '/data-log'],
  ['ClientError: Unable to get response from algorithm', 'did not answer in time'],
  ['ClientError: The request timed out', 'did not answer in time'],
  ['ClientError: The payload is too large', 'split the input by line'],
  ['ClientError: A record exceeds the largest payload', 'split the input by line'],
  ['ClientError: The model has answered with 413', 'split the input by line'],
  ['ClientError: Access Denied', "the model's role may not read"],
  ['ClientError: NoSuchKey: The specified key does not exist', 'not where the input says'],
])('what can be done about "%s"', (reason, part) => {
  expect(transformHint(reason)).toContain(part);
});

test.each(['no reason given', 'ClientError: something new'])('there is no hint for "%s"', (reason) => {
  expect(transformHint(reason)).toBeUndefined();
});
