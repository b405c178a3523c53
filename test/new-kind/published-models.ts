import type { PublishedModel, PublishedShape } from '../../scripts/service-models/published-model';

/** The members of a structure, by their shapes. */
function structure(members: { readonly [member: string]: string }, required: readonly string[] = []): PublishedShape {
  const references = Object.entries(members).map(([member, shape]) => [member, { shape }] as const);
  return { type: 'structure', members: Object.fromEntries(references), required };
}

const metadata = { protocol: 'json' };
const input = (shape: string) => ({ http: { method: 'POST', requestUri: '/' }, input: { shape } });
const TEXT = { type: 'string' };
const TIME = { type: 'timestamp' };
const arnOf = (resource: string) => ({ type: 'string', pattern: `arn:aws:[a-z]+:[a-z0-9-]+:[0-9]{12}:${resource}/.*` });

/** A kind whose names are short, with a fraction and a network inside its members, that says not how long it runs. */
export const AUTO_ML_MODEL: PublishedModel = {
  metadata,
  operations: {
    CreateAutoMLJob: {
      ...input('CreateAutoMLJobRequest'),
      output: { shape: 'CreateAutoMLJobResponse' },
      errors: [{ shape: 'ResourceInUse' }, { shape: 'ResourceLimitExceeded' }],
    },
    DescribeAutoMLJob: { ...input('AutoMLJobIdentifier'), output: { shape: 'DescribeAutoMLJobResponse' } },
    StopAutoMLJob: input('AutoMLJobIdentifier'),
    ListAutoMLJobs: input('ListAutoMLJobsRequest'),
  },
  shapes: {
    CreateAutoMLJobRequest: structure(
      {
        AutoMLJobName: 'AutoMLJobName',
        InputDataConfig: 'InputDataConfig',
        OutputDataConfig: 'OutputDataConfig',
        AutoMLJobConfig: 'AutoMLJobConfig',
        RoleArn: 'Text',
        Tags: 'TagList',
      },
      ['AutoMLJobName', 'InputDataConfig', 'OutputDataConfig', 'RoleArn'],
    ),
    CreateAutoMLJobResponse: structure({ AutoMLJobArn: 'AutoMLJobArn' }),
    AutoMLJobIdentifier: structure({ AutoMLJobName: 'AutoMLJobName' }, ['AutoMLJobName']),
    ListAutoMLJobsRequest: structure({}),
    DescribeAutoMLJobResponse: structure({
      AutoMLJobName: 'AutoMLJobName',
      AutoMLJobArn: 'AutoMLJobArn',
      AutoMLJobStatus: 'AutoMLJobStatus',
      CreationTime: 'Time',
      EndTime: 'Time',
      FailureReason: 'Text',
    }),
    AutoMLJobName: { type: 'string', min: 1, max: 32, pattern: '[a-zA-Z0-9](-*[a-zA-Z0-9]){0,31}' },
    AutoMLJobArn: arnOf('automl-job'),
    AutoMLJobStatus: { type: 'string', enum: ['Completed', 'InProgress', 'Failed', 'Stopped', 'Stopping'] },
    InputDataConfig: { type: 'list', member: { shape: 'Channel' }, min: 1, max: 20 },
    Channel: structure({ DataSource: 'DataSource', TargetAttributeName: 'Column' }, ['TargetAttributeName']),
    DataSource: structure({ S3DataSource: 'S3DataSource' }),
    S3DataSource: structure({ S3DataType: 'Text', S3Uri: 'Text' }),
    // it escapes what needs no escape
    Column: { type: 'string', pattern: '[a-zA-Z0-9\\_\\-]+' },
    OutputDataConfig: structure({ S3OutputPath: 'Text', KmsKeyId: 'Text' }, ['S3OutputPath']),
    AutoMLJobConfig: structure({ SecurityConfig: 'SecurityConfig', DataSplitConfig: 'DataSplitConfig' }),
    SecurityConfig: structure({ EnableInterContainerTrafficEncryption: 'Flag', VpcConfig: 'VpcConfig' }),
    VpcConfig: structure({ Subnets: 'Texts', SecurityGroupIds: 'Texts' }),
    DataSplitConfig: structure({ ValidationFraction: 'Fraction' }),
    Fraction: { type: 'float', min: 0, max: 1 },
    TagList: { type: 'list', member: { shape: 'Tag' }, min: 0, max: 50 },
    Tag: structure({ Key: 'Text', Value: 'Text' }, ['Key', 'Value']),
    Flag: { type: 'boolean' },
    Texts: { type: 'list', member: { shape: 'Text' } },
    Text: TEXT,
    Time: TIME,
  },
};

/** A kind that nobody can stop, whose result is a model with a name and tags of its own, and that fails for several reasons. */
export const IMPORT_MODEL: PublishedModel = {
  metadata,
  operations: {
    CreateModelImportJob: {
      ...input('CreateModelImportJobRequest'),
      output: { shape: 'CreateModelImportJobResponse' },
      errors: [{ shape: 'ServiceQuotaExceededException' }],
    },
    GetModelImportJob: { ...input('GetModelImportJobRequest'), output: { shape: 'GetModelImportJobResponse' } },
    ListModelImportJobs: input('ListModelImportJobsRequest'),
  },
  shapes: {
    CreateModelImportJobRequest: structure(
      {
        jobName: 'JobName',
        importedModelName: 'Text',
        roleArn: 'Text',
        modelDataSource: 'ModelDataSource',
        jobTags: 'TagList',
        importedModelTags: 'TagList',
        clientRequestToken: 'Text',
      },
      ['jobName', 'importedModelName', 'roleArn', 'modelDataSource'],
    ),
    CreateModelImportJobResponse: structure({ jobArn: 'ModelImportJobArn' }),
    GetModelImportJobRequest: structure({ jobIdentifier: 'Text' }, ['jobIdentifier']),
    ListModelImportJobsRequest: structure({ nameContains: 'Text' }),
    GetModelImportJobResponse: structure({
      jobArn: 'ModelImportJobArn',
      jobName: 'JobName',
      importedModelArn: 'Text',
      status: 'ModelImportJobStatus',
      failureMessages: 'Texts',
      creationTime: 'Time',
    }),
    JobName: { type: 'string', min: 1, max: 63, pattern: '[a-zA-Z0-9](-*[a-zA-Z0-9\\+\\-\\.])*' },
    ModelImportJobArn: arnOf('model-import-job'),
    ModelImportJobStatus: { type: 'string', enum: ['InProgress', 'Completed', 'Failed'] },
    ModelDataSource: structure({ s3DataSource: 'S3DataSource' }),
    S3DataSource: structure({ s3Uri: 'Text' }),
    TagList: { type: 'list', member: { shape: 'Tag' }, min: 0, max: 200 },
    Tag: structure({ key: 'Text', value: 'Text' }),
    Texts: { type: 'list', member: { shape: 'Text' } },
    Text: TEXT,
    Time: TIME,
  },
};
