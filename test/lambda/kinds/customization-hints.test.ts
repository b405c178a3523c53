import { customizationHint } from '../../../lambda/kinds/customization-hints';

describe('what can be done about a failed customization', () => {
  test.each([
    ['The training dataset contains less records (4) than the required minimum of 8', 'no fewer records'],
    ['At least 32 records are required', 'no fewer records'],
    ['The number of records in the dataset exceeds the maximum allowed', 'leave records out'],
    ['The quota is 0', 'may not customize this model'],
    [
      'ServiceQuotaExceededException: Number of scheduled customization jobs exceeds the quota',
      'as many customization jobs',
    ],
    ['ValidationException: The provided job name is currently in use by another job', 'choose another name'],
    ['ValidationException: A custom model with this name already exists', 'custom model with this name'],
    ['ConflictException: The model has provisioned throughput', 'delete its provisioned throughput'],
    ['ValidationException: The model does not support fine-tuning in this Region', 'not every model can be customized'],
    ['ValidationException: Invalid hyperparameters: epochCount', 'hyperparameters and ranges of its own'],
    ['The grader failed for 12 samples', 'must be allowed to invoke the grader'],
    ['Line 3 of the file is invalid JSON', 'each line of the data must be a JSON object'],
    [
      'Could not validate GetObject permissions for role, bucket: ml-hyperparameter-data at key train.jsonl',
      'by its own policy and the bucket',
    ],
    ['Access denied, bucket: my-lambda-logs at key access/train.jsonl', 'may not read the data'],
    ["ServiceQuotaExceededException: The limit 'Custom models' is 0", 'may not customize this model'],
    ['ServiceQuotaExceededException: the model is not offered in this Region', 'no quota gives it'],
    ['Encountered an unexpected error when processing the request, please try again', 'deploy again'],
    ['Input size exceeded in file train.jsonl for record starting with {', 'shorten them'],
    [
      'Automated tests flagged this fine-tuning job as including materials that are inconsistent with third-party license terms',
      'support case',
    ],
    ['ValidationException: The provided model identifier is invalid', 'the base model must be one'],
    [
      'ValidationException: Could not resolve the foundation model from the model identifier',
      'the base model must be one',
    ],
    ['Invalid training input data configuration. Check the input data S3 Uris', 'in a bucket in the Region'],
    [
      "ServiceQuotaExceededException: The account-level service limit 'Jobs' is 1,000 Jobs, with current utilization of 1 Jobs and a request delta of 2,000 Jobs",
      'ask for at least 2,000 in Service Quotas',
    ],
    [
      "ServiceQuotaExceededException: The account-level service limit 'Jobs' is 4 Jobs, with current utilization of 1 Jobs and a request delta of 1 Jobs",
      'quotas',
    ],
  ])('%s', (reason, hint) => {
    expect(customizationHint(reason)).toContain(hint);
  });

  test.each(['', 'Something else went wrong'])('nothing, of which nothing is known: %j', (reason) => {
    expect(customizationHint(reason)).toBeUndefined();
  });
});
