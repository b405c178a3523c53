import { importHint } from '../../../lambda/kinds/import-hints';

describe('what can be done about a failed import', () => {
  test.each([
    ['ServiceQuotaExceededException: The maximum number of imported models has been reached', 'as its quotas allow'],
    ['The number of concurrent model import jobs exceeds the limit', 'as its quotas allow'],
    ['ValidationException: The provided job name is currently in use.', 'choose another name'],
    ['ValidationException: An imported model with this name already exists', 'imported model with this name'],
    ['The model is quantized with int8', 'FP32, FP16 or BF16'],
    ['The data type F8_E4M3 is not supported', 'FP32, FP16 or BF16'],
    ['A LoRA adapter was found', 'merge it into its base model'],
    ['The architecture gemma2 is not supported', 'lists the architectures'],
    ['Unsupported model type: gemma2', 'lists the architectures'],
    ['The tokenizer class GemmaTokenizer is not supported', 'files of the tokenizer'],
    ['config.json is missing', 'must lie directly in the folder'],
    ['The model weights could not be loaded: corrupt safetensors', 'must lie directly in the folder'],
    ['The model exceeds the maximum size', '200 GB'],
    ['Custom model import is not available in this Region', 'some Regions only'],
    ['The role does not have access to the bucket', "the job's role may not read"],
    ['Access denied when reading s3://models/lora-adapter/tokenizer.json', "the job's role may not read"],
    ['403 Forbidden: s3://models/int8/config.json', "the job's role may not read"],
    ['An internal server error occurred', 'the service failed'],
    [
      'Could not validate ListBucket permissions for S3URI s3://models/mistral-lora-merged/',
      'by its own policy and the bucket',
    ],
    [
      'Could not validate GetObject permissions for the given role, bucket: models at key mistral-awq/config.json',
      'by its own policy and the bucket',
    ],
    [
      'Could not validate GetObject permissions for the given role, bucket: models at key mistral/tokenizer.json',
      'by its own policy and the bucket',
    ],
    ['Could not assume role arn:aws:iam::111122223333:role/lora-import', 'trust bedrock.amazonaws.com'],
    ['ValidationException: The provided role ARN is invalid', 'trust bedrock.amazonaws.com'],
    ['The bucket my-lora-models does not exist', 'not where the job looks'],
    ['ServiceQuotaExceededException: The quota is 0', 'may import no model'],
    ['ValidationException: the model is not available in this region', 'no quota gives it'],
    [
      'AccessDeniedException: Your account is not authorized to perform this action. Please create a support case',
      'AWS has not enabled the model',
    ],
    [
      "ServiceQuotaExceededException: The account-level service limit 'Jobs' is 1,000 Jobs, with current utilization of 1 Jobs and a request delta of 2,000 Jobs",
      'ask for at least 2,000 in Service Quotas',
    ],
    [
      "ServiceQuotaExceededException: The account-level service limit 'Jobs' is 4 Jobs, with current utilization of 1 Jobs and a request delta of 1 Jobs",
      'quotas',
    ],
  ])('%s', (reason, hint) => {
    expect(importHint(reason)).toContain(hint);
  });

  test.each(['', 'Something else went wrong'])('nothing, of which nothing is known: %j', (reason) => {
    expect(importHint(reason)).toBeUndefined();
  });
});
