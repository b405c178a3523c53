import type { RealRequest } from './real-request';

const role = (name: string) => `arn:aws:iam::111122223333:role/${name}`;
const importOf = (jobName: string, importedModelName: string, s3Uri: string, more: object = {}) => ({
  jobName,
  importedModelName,
  roleArn: role('BedrockModelImportRole'),
  modelDataSource: { s3DataSource: { s3Uri } },
  ...more,
});

/** Requests of CreateModelImportJob. */
export const IMPORT_REQUESTS: readonly RealRequest[] = [
  {
    name: "the guide's code samples: a name for the job and one for the model",
    request: importOf('MyImportedModelJobName', 'MyImportedModelName', 's3://amzn-s3-demo-bucket/folder/', {
      roleArn: role('MyImportRole'),
    }),
  },
  {
    name: 'the API reference: every member',
    request: importOf('import-1', 'imported_1', 's3://amzn-s3-demo-bucket/model/', {
      clientRequestToken: 'import-1-token',
      importedModelKmsKeyId: 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
      importedModelTags: [{ key: 'team', value: 'support' }],
      jobTags: [{ key: 'team', value: 'support' }],
      vpcConfig: {
        securityGroupIds: ['sg-0123456789abcdef0'],
        subnetIds: ['subnet-0123456789abcdef0', 'subnet-0123456789abcdef1'],
      },
    }),
  },
  {
    name: "AWS's blog on GPT-OSS: 20B, by the CLI",
    request: importOf('gpt-oss-20b-import-20251121-101500', 'gpt-oss-20b', 's3://amzn-s3-demo-bucket/med-gpt-oss-20b/'),
  },
  {
    name: "an AWS sample's notebook: a chess player, named after the model and the time",
    request: importOf(
      'RIVCHESS-Llama-3-2-1B-job-20250114304520',
      'RIVCHESS-Llama-3-2-1B',
      's3://sagemaker-us-east-1-111122223333/rivchess/merged/',
    ),
  },
  {
    name: 'awslabs, server for model import: without a slash at the end',
    request: importOf('test-job', 'test-model', 's3://bucket-of-models/model', { roleArn: role('test-role') }),
  },
  {
    name: 'a coder of 7B for payments: Qwen2.5 from a bucket with the account in its name',
    request: importOf(
      'qwen-coder-7b-import-20250301-093000',
      'qwen-coder-7b-payment-bot',
      's3://payment-bot-custom-models-111122223333/qwen-2.5-coder-7b/',
      { roleArn: role('BedrockCustomModelImportRole') },
    ),
  },
  {
    name: 'a script after PEFT: a merged adapter',
    request: importOf('peft-obama-import-1735689600', 'peft-obama', 's3://peft-training-artifacts/merged/peft-obama/'),
  },
  {
    name: 'an interviewer tuned by preferences: one name for both',
    request: importOf('interviewer-qwen-dpo-v3', 'interviewer-qwen-dpo-v3', 's3://ml-artifacts/interviewer/v3/'),
  },
  {
    name: 'Qwen3 of 14B in Oregon',
    request: importOf(
      'neuro-slm-import-20260110-120000',
      'neuro-slm-qwen3-14b',
      's3://neuro-slm-artifacts/models/neuro-slm-qwen3-14b/',
    ),
  },
  {
    name: 'a reasoning model beside an endpoint: plain names',
    request: importOf('cosmos-reason-v1', 'cosmos-reason-v1', 's3://my-bucket/weights/', {
      roleArn: role('BedrockImportRole'),
    }),
  },
  {
    name: 'a platform that deploys models of its users: tags, key and network',
    request: importOf('import-support-bot-m5x2k1', 'support-bot', 's3://platform-artifacts/models/support-bot/', {
      importedModelKmsKeyId: 'arn:aws:kms:us-east-1:111122223333:alias/imported-models',
      jobTags: [
        { key: 'provider', value: 'bedrock' },
        { key: 'modelId', value: 'mistral-7b' },
        { key: 'deploymentTarget', value: 'bedrock-import' },
      ],
      importedModelTags: [
        { key: 'provider', value: 'bedrock' },
        { key: 'modelId', value: 'mistral-7b' },
      ],
      vpcConfig: { securityGroupIds: ['sg-0a1b2c3d'], subnetIds: ['subnet-0a1b2c3d'] },
    }),
  },
  {
    name: "an emulator's tests: the shortest folder",
    request: importOf('ij-test', 'imported-1', 's3://xyz/y/', { roleArn: 'arn:aws:iam::000000000000:role/r' }),
  },
  {
    name: 'DeepSeek R1 distilled into Llama of 8B',
    request: importOf(
      'deepseek-r1-import',
      'DeepSeek-R1-Distill-Llama-8B',
      's3://deepseek-r1-models/DeepSeek-R1-Distill-Llama-8B/',
      { roleArn: role('your-bedrock-role') },
    ),
  },
  {
    name: 'a graph with a role of a path: models that a pipeline shares',
    request: importOf('kg-si-import-7', 'kg-si-7', 's3://enlibra-models/dss/shared/models/kg-si/', {
      roleArn: 'arn:aws:iam::111122223333:role/service-role/kg-si-bedrock-import-role',
    }),
  },
  {
    name: 'a parser of listings after Unsloth: saved in 16 bits',
    request: importOf('listing-parser-v4', 'listing-parser', 's3://cmi-listing-parser/merged_16bit/', {
      roleArn: role('BedrockCMIListingParser'),
    }),
  },
  {
    name: 'models of several architectures from a loop in a shell: the folder is the name',
    request: importOf('mistral-7b-instruct-import', 'mistral-7b-instruct', 's3://bench-models/mistral-7b-instruct/'),
  },
  {
    name: 'the guide, access across accounts: the bucket is that of another account',
    request: importOf('cross-account-import', 'cross_account_model', 's3://amzn-s3-demo-bucket/', {
      roleArn: role('CrossAccountImportRole'),
    }),
  },
];
