import { bedrockHint } from '../../../lambda/kinds/bedrock-hints';

test.each([
  ['The batch job contains fewer records (12) than the minimum number of records: 100', '100 for most'],
  ['The input has less than 100 records', '100 for most'],
  ['A job needs at least 100 records', '100 for most'],
  ['The input has more than the maximum number of records: 50000', 'divide the input'],
  ['The file reviews.jsonl exceeds the size limit of 1 GB', 'divide the input'],
  ['The input file is too large', 'divide the input'],
  ['Could not assume provided IAM role', 'trust bedrock.amazonaws.com'],
  ['Access Denied when reading the input', 'may not read the input'],
  ['The role is not authorized to perform: bedrock:InvokeModel', 'behind the inference profile'],
  ['S3 answered with 403', 'may not read the input'],
  ['The file s3://reviews/input.jsonl does not exist', 'not where the job looks for it'],
  ['No such key: reviews/input.jsonl', 'not where the job looks for it'],
  ['Line 3 of the input is no valid JSON', "a JSON object with a 'modelInput'"],
  ['The input file does not end in .jsonl', 'ends in .jsonl'],
  ['The model does not support batch inference in this Region', 'inference profile'],
  ['The provided model identifier is invalid.', 'inference profile'],
  ['100 of 100 records failed', "look at the 'error' of the failed records"],
  ['3 of 100 records failed, and maxErrorRecords is 2', "look at the 'error' of the failed records"],
  [
    'only 40 of 100 records were processed in time; set acceptPartialCompletion to accept that, or raise timeout',
    'raise it, or divide the input',
  ],
  ['The job has expired', 'raise it, or divide the input'],
  ['The job timed out', 'raise it, or divide the input'],
  ['An internal error has occurred', 'rerunKey'],
])('what can be done about "%s"', (message, part) => {
  expect(bedrockHint(message)).toContain(part);
});

test.each(['no reason given', 'something new', 'The role arn:aws:iam::403403403403:role/x has been seen'])(
  'there is no hint for "%s"',
  (message) => {
    expect(bedrockHint(message)).toBeUndefined();
  },
);
