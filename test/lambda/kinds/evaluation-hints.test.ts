import { evaluationHint } from '../../../lambda/kinds/evaluation-hints';

test.each([
  ['Builtin.Accuracy is 0.75, the mean of 100 results, and must be at least 0.8', 'no job runs for it'],
  ['Accuracy has a result that is no number: null', 'could not be rated'],
  ['there is no result of Builtin.Accuracy', 'where the job has written them'],
  [
    'Could not validate GetObject permissions to access Amazon S3 bucket: data at key faq.jsonl',
    's3:ListBucket on the bucket',
  ],
  ['ServiceQuotaExceededException: The quota is 0', 'may run no evaluation job'],
  ['ServiceQuotaExceededException: You have reached the maximum number of evaluation jobs', 'let other jobs end'],
  ['ValidationException: The job name must be unique', 'choose another name'],
  ['KMS.DisabledException: the key is disabled', 'enable it'],
  ["You don't have access to the model with the specified model ID.", 'model'],
  ['Access Denied', "the job's role may not read the datasets"],
  ['The evaluator model is not supported in this Region', 'which can judge'],
  ['Metric Builtin.Accuracy is not supported for this task type', 'need an evaluatorModel'],
  ['The dataset exceeds the maximum of 1000 prompts', 'at most 1,000 prompts'],
  ['The dataset is malformed', "with a 'prompt'"],
  ['The bucket does not exist', 'where the job looks for it'],
  ['InternalServerException: try again', 'the service failed'],
  [
    'AccessDenied: User: arn:aws:sts::111122223333:assumed-role/Engine/s is not authorized to perform: s3:ListBucket on resource: "arn:aws:s3:::results" because no identity-based policy allows the s3:ListBucket action',
    's3:ListBucket',
  ],
])('says what can be done about %s', (text, words) => {
  expect(evaluationHint(text)).toContain(words);
});

test('a router of prompts is no prompt', () => {
  expect(evaluationHint('The prompt router ARN is invalid') ?? '').not.toContain("with a 'prompt'");
});

test('has nothing to say of what it does not know', () => {
  expect(evaluationHint('Something else')).toBeUndefined();
});
