/** Actions by the resource that they are allowed on, which its conditions follow. */
export interface Rights {
  readonly [resource: string]: readonly string[];
}

const PARTITION = 'arn:<AWS::Partition>';
const REGIONAL = '<AWS::Region>:<AWS::AccountId>';
const TRAINING_NETWORK = [
  'ec2:CreateNetworkInterface',
  'ec2:CreateNetworkInterfacePermission',
  'ec2:DeleteNetworkInterface',
  'ec2:DeleteNetworkInterfacePermission',
  'ec2:DescribeDhcpOptions',
  'ec2:DescribeNetworkInterfaces',
  'ec2:DescribeSecurityGroups',
  'ec2:DescribeSubnets',
  'ec2:DescribeVpcs',
];
const NEO_NETWORK = [...TRAINING_NETWORK, 'ec2:DescribeVpcEndpoints', 'ec2:ModifyNetworkInterfaceAttribute'];
const WRITE_LOG = ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'];
const TRACE = ['xray:PutTelemetryRecords', 'xray:PutTraceSegments'];
/** What Step Functions does to have a log group written to. */
const DELIVER_LOG = [
  'logs:CreateLogDelivery',
  'logs:DeleteLogDelivery',
  'logs:DescribeLogGroups',
  'logs:DescribeResourcePolicies',
  'logs:GetLogDelivery',
  'logs:ListLogDeliveries',
  'logs:PutResourcePolicy',
  'logs:UpdateLogDelivery',
];
const METRICS = ['cloudwatch:PutMetricData'];
const PULL = ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'];
const READ_KEY = ['kms:Decrypt'];
const WRITE_KEY = ['kms:Decrypt', 'kms:GenerateDataKey'];
const VOLUME_KEY = ['kms:CreateGrant', 'kms:DescribeKey'];
const MODEL_KEY = [...VOLUME_KEY, ...WRITE_KEY].sort();
const READ = ['s3:GetObject'];
const WRITE = ['s3:PutObject'];
const READ_AND_WRITE = ['s3:GetObject', 's3:PutObject'];
const ASSETS = 'cdk-hnb659fds-assets-<AWS::AccountId>-<AWS::Region>';

const TO_SAGEMAKER = { StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } };
const TO_BEDROCK = { StringEquals: { 'iam:PassedToService': 'bedrock.amazonaws.com' } };
const OWN_ACCOUNT = { StringEquals: { 'aws:ResourceAccount': '<AWS::AccountId>' } };
const BATCH_JOBS = regional('bedrock', 'model-invocation-job/*');
const CUSTOMIZATION_JOBS = regional('bedrock', 'model-customization-job/*');
const EVALUATION_JOBS = regional('bedrock', 'evaluation-job/*');
const EVALUATION_KEY = ['kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKey'];
/** What AWS has the role of an evaluation do with the models that answer: they may be asked by a batch inference job. */
const CALLS_OF_EVALUATIONS = [
  'bedrock:CreateModelInvocationJob',
  'bedrock:InvokeModel',
  'bedrock:InvokeModelWithResponseStream',
  'bedrock:StopModelInvocationJob',
];
const THROUGH_S3 = { StringEquals: { 'kms:ViaService': 's3.<AWS::Region>.<AWS::URLSuffix>' } };
const IMPORT_JOBS = regional('bedrock', 'model-import-job/*');
const THROUGH_BEDROCK = { StringEquals: { 'kms:ViaService': 'bedrock.<AWS::Region>.<AWS::URLSuffix>' } };
const HISTORY = {
  ArnLike: { 'kms:EncryptionContext:aws:states:stateMachineArn': regional('states', 'stateMachine:*') },
};
const DELIVERED_LOG = {
  StringEquals: { 'kms:EncryptionContext:SourceArn': 'arn:<AWS::Partition>:logs:<AWS::Region>:<AWS::AccountId>:*' },
};

/** What each role of `everyFeature` may do, and nothing else: by the beginning of its logical id. */
export const EXPECTED_RIGHTS: { readonly [role: string]: Rights } = {
  cdkmljobsJobEngineHandlerRole: {
    '*': [
      'bedrock:CreateModelImportJob',
      'bedrock:ListEvaluationJobs',
      'bedrock:ListModelCustomizationJobs',
      'bedrock:ListModelImportJobs',
      'bedrock:ListModelInvocationJobs',
      'ec2:AssignPrivateIpAddresses',
      'ec2:CreateNetworkInterface',
      'ec2:DeleteNetworkInterface',
      'ec2:DescribeNetworkInterfaces',
      'ec2:DescribeSubnets',
      'ec2:UnassignPrivateIpAddresses',
      ...TRACE,
    ],
    '<Dead.Arn>': ['sqs:SendMessage'],
    '<Keydead.Arn>': WRITE_KEY,
    '<cdkmljobsJobEngineLog.Arn>': ['logs:CreateLogStream', 'logs:PutLogEvents'],
    '<cdkmljobsJobEngineStateMachine>': ['states:ListExecutions', 'states:StartExecution'],
    [regional('states', 'execution:<cdkmljobsJobEngineStateMachine.Name>:*')]: [
      'states:DescribeExecution',
      'states:StopExecution',
    ],
    [limited('<Keyengine.Arn>', HISTORY)]: READ_KEY,
    [regional('sagemaker', 'compilation-job/stack--*')]: jobActions('CompilationJob', ['Delete']),
    [regional('sagemaker', 'hyper-parameter-tuning-job/stack--*')]: jobActions('HyperParameterTuningJob', ['Delete']),
    [regional('sagemaker', 'optimization-job/stack--*')]: jobActions('OptimizationJob', ['Delete']),
    [regional('sagemaker', 'training-job/stack--*')]: jobActions('TrainingJob', ['Delete', 'Update']),
    [regional('sagemaker', 'transform-job/stack--*')]: jobActions('TransformJob', []),
    [limited(`${PARTITION}:iam::<AWS::AccountId>:role/cdk-ml-jobs/<AWS::Region>/stack/*`, TO_SAGEMAKER)]: [
      'iam:PassRole',
    ],
    [limited(`${PARTITION}:iam::<AWS::AccountId>:role/cdk-ml-jobs/<AWS::Region>/stack/*`, TO_BEDROCK)]: [
      'iam:PassRole',
    ],
    [EVALUATION_JOBS]: [
      'bedrock:CreateEvaluationJob',
      'bedrock:GetEvaluationJob',
      'bedrock:ListTagsForResource',
      'bedrock:StopEvaluationJob',
      'bedrock:TagResource',
      'bedrock:UntagResource',
    ],
    '<Keyevaluation.Arn>': EVALUATION_KEY,
    [limited('<Keyscores.Arn>', THROUGH_S3)]: READ_KEY,
    [limited(`${PARTITION}:s3:::scores`, { StringLike: { 's3:prefix': 'evaluations/stack--evaluate--*' } })]: [
      's3:ListBucket',
    ],
    [object('scores/evaluations/stack--evaluate--*')]: READ,
    [BATCH_JOBS]: [
      'bedrock:CreateModelInvocationJob',
      'bedrock:GetModelInvocationJob',
      'bedrock:ListTagsForResource',
      'bedrock:StopModelInvocationJob',
      'bedrock:TagResource',
      'bedrock:UntagResource',
    ],
    [regional('bedrock', 'knowledge-base/KB12345678')]: [
      'bedrock:GetIngestionJob',
      'bedrock:ListIngestionJobs',
      'bedrock:StartIngestionJob',
      'bedrock:StopIngestionJob',
    ],
    ...withProfile('bedrock:CreateEvaluationJob', 'bedrock:CreateModelInvocationJob'),
    [CUSTOMIZATION_JOBS]: [
      'bedrock:CreateModelCustomizationJob',
      'bedrock:GetModelCustomizationJob',
      'bedrock:ListTagsForResource',
      'bedrock:StopModelCustomizationJob',
      'bedrock:TagResource',
      'bedrock:UntagResource',
    ],
    [regional('bedrock', 'custom-model/*')]: [
      'bedrock:CreateModelCustomizationJob',
      'bedrock:DeleteCustomModel',
      'bedrock:GetCustomModel',
      'bedrock:TagResource',
    ],
    [`${PARTITION}:bedrock:<AWS::Region>::foundation-model/amazon.nova-lite-v1:0:300k`]: [
      'bedrock:CreateModelCustomizationJob',
    ],
    [limited('<Keycustom.Arn>', THROUGH_BEDROCK)]: MODEL_KEY,
    [IMPORT_JOBS]: [
      'bedrock:GetModelImportJob',
      'bedrock:ListTagsForResource',
      'bedrock:TagResource',
      'bedrock:UntagResource',
    ],
    [regional('bedrock', 'imported-model/*')]: [
      'bedrock:DeleteImportedModel',
      'bedrock:GetImportedModel',
      'bedrock:TagResource',
    ],
    [limited('<Keyimported.Arn>', THROUGH_BEDROCK)]: MODEL_KEY,
  },
  cdkmljobsJobEngineStateMachineRole: {
    '*': [...TRACE, 'xray:GetSamplingRules', 'xray:GetSamplingTargets', ...DELIVER_LOG],
    '<cdkmljobsJobEngineHandler.Arn>': ['lambda:InvokeFunction'],
    '<AWS::StackId>': ['cloudformation:DescribeStackResource', 'cloudformation:SignalResource'],
    [limited('<Keyengine.Arn>', HISTORY)]: WRITE_KEY,
    [limited('<Keyengine.Arn>', DELIVERED_LOG)]: ['kms:GenerateDataKey'],
  },
  CompileRole: {
    '*': [...NEO_NETWORK, ...METRICS],
    ...logs('CompilationJobs'),
    ...bucket('models'),
    [object('models/model.tar.gz')]: READ,
    '<Keymodels.Arn>': READ_KEY,
    ...bucket('artifacts'),
    [object('artifacts/stack--compile--*')]: WRITE,
    '<Keyoutput.Arn>': WRITE_KEY,
  },
  PackageRole: {
    '*': METRICS,
    ...logs('CompilationJobs'),
    'arn:aws:sagemaker:us-east-1:111122223333:model-package/penguins/1': ['sagemaker:DescribeModelPackage'],
    ...bucket('artifacts'),
    [object('artifacts/stack--package--*')]: WRITE,
  },
  TrainRole: {
    '*': [...TRAINING_NETWORK, ...METRICS, 'ecr:GetAuthorizationToken', 'fsx:DescribeFileSystems'],
    ...logs('TrainingJobs'),
    [regional('ecr', 'repository/trainer')]: PULL,
    ...bucket('data'),
    [object('data/train/*')]: READ,
    '<Keydata.Arn>': READ_KEY,
    ...bucket(ASSETS),
    [object(`${ASSETS}/<hash>/*`)]: READ,
    [regional('elasticfilesystem', 'file-system/<Files>')]: [
      'elasticfilesystem:DescribeFileSystems',
      'elasticfilesystem:DescribeMountTargets',
      'elasticfilesystem:ClientMount',
    ],
    ...bucket('models'),
    [object('models/stack--train--*')]: WRITE,
    '<Keyoutput.Arn>': [...WRITE_KEY, 'kms:Encrypt'],
    '<Keyvolume.Arn>': VOLUME_KEY,
    ...bucket('checkpoints'),
    // an algorithm deletes the checkpoints that it no longer needs
    [object('checkpoints/*')]: [...READ_AND_WRITE, 's3:DeleteObject'],
  },
  WatchedRole: {
    '*': [
      ...METRICS,
      'ecr:GetAuthorizationToken',
      ...['CreateControlChannel', 'CreateDataChannel', 'OpenControlChannel', 'OpenDataChannel'].map(
        (action) => `ssmmessages:${action}`,
      ),
    ],
    ...logs('TrainingJobs'),
    ...logs('ProcessingJobs'),
    'arn:aws:sagemaker:us-east-1:111122223333:hub-content/hub/DataSet/d/1.0.0': ['sagemaker:DescribeHubContent'],
    [regional('sagemaker', 'algorithm/scorer')]: ['sagemaker:DescribeAlgorithm'],
    [regional('ecr', 'repository/trainer')]: PULL,
    ...bucket('models'),
    [object('models/stack--watched--*')]: WRITE,
    ...bucket('tensors'),
    [object('tensors/*')]: READ_AND_WRITE,
    ...bucket('findings'),
    [object('findings/*')]: READ_AND_WRITE,
    ...bucket('board'),
    [object('board/*')]: READ_AND_WRITE,
    ...bucket('profiles'),
    [object('profiles/*')]: READ_AND_WRITE,
  },
  PrivateRole: {
    '*': [...TRAINING_NETWORK, ...METRICS],
    ...logs('TrainingJobs'),
    'arn:aws:lambda:us-east-1:111122223333:function:credentials': ['lambda:InvokeFunction'],
    ...bucket('data'),
    [object('data/penguins/*')]: READ,
    ...bucket('models'),
    [object('models/stack--private--*')]: WRITE,
  },
  TuneRole: {
    '*': [...TRAINING_NETWORK, ...METRICS, 'ecr:GetAuthorizationToken'],
    ...logs('TrainingJobs'),
    [regional('sagemaker', 'algorithm/scorer')]: ['sagemaker:DescribeAlgorithm'],
    [regional('ecr', 'repository/tuner')]: PULL,
    ...bucket('birds'),
    [object('birds/train/*')]: READ,
    '<Keybirds.Arn>': READ_KEY,
    ...bucket('data'),
    [object('data/penguins/*')]: READ,
    ...bucket('models'),
    [object('models/stack--tune--*')]: WRITE,
    '<Keyoutput.Arn>': [...WRITE_KEY, 'kms:Encrypt'],
    '<Keyvolume.Arn>': VOLUME_KEY,
    ...bucket('checkpoints'),
    [object('checkpoints/*')]: [...READ_AND_WRITE, 's3:DeleteObject'],
  },
  OptimizeRole: {
    '*': [...NEO_NETWORK, ...METRICS, 'ecr:GetAuthorizationToken'],
    // no page of AWS says which it is
    ...logs('*'),
    [regional('ecr', 'repository/optimizer')]: PULL,
    ...bucket('languages'),
    [object('languages/mistral/*')]: READ,
    '<Keylanguages.Arn>': READ_KEY,
    ...bucket('optimized'),
    [object('optimized/stack--optimize--*')]: WRITE,
    '<Keyoutput.Arn>': WRITE_KEY,
  },
  GuessRole: {
    '*': METRICS,
    ...logs('*'),
    [regional('sagemaker', 'model/mistral')]: ['sagemaker:DescribeModel'],
    ...bucket('talks'),
    [object('talks/list.json')]: READ,
    [object('talks/chats/*')]: READ,
    ...bucket('optimized'),
    [object('optimized/stack--guess--*')]: WRITE,
  },
  ModelRole: {
    ...logs('TransformJobs'),
    ...bucket('records'),
    [object('records/manifest.json')]: READ,
    [object('records/data/*')]: READ,
    '<Keyrecords.Arn>': READ_KEY,
    ...bucket('scores'),
    [object('scores/stack--score--*')]: WRITE,
    '<Keyoutput.Arn>': WRITE_KEY,
    '<Keyvolume.Arn>': VOLUME_KEY,
    ...bucket('capture'),
    [object('capture/*')]: WRITE,
    '<Keycapture.Arn>': WRITE_KEY,
  },
  CustomizeRole: {
    ...bedrockNetwork('CustomizeSecurityGroup', 'BedrockModelCustomizationJobArn', CUSTOMIZATION_JOBS),
    'arn:aws:lambda:us-east-1:111122223333:function:grade': ['lambda:InvokeFunction'],
    ...bucket('calls', OWN_ACCOUNT),
    [limited(object('calls/logs/*'), OWN_ACCOUNT)]: READ,
    '<Keycalls.Arn>': READ_KEY,
    ...bucket('examples', OWN_ACCOUNT),
    [limited(object('examples/validation.jsonl'), OWN_ACCOUNT)]: READ,
    ...bucket('losses', OWN_ACCOUNT),
    [limited(object('losses/*'), OWN_ACCOUNT)]: READ_AND_WRITE,
    '<Keylosses.Arn>': WRITE_KEY,
    '<Keycustom.Arn>': MODEL_KEY,
  },
  DistilRole: {
    ...withProfile('bedrock:InvokeModel'),
    ...bucket('examples', OWN_ACCOUNT),
    [limited(object('examples/reviews/train.jsonl'), OWN_ACCOUNT)]: READ,
    ...bucket('metrics', OWN_ACCOUNT),
    [limited(object('metrics/*'), OWN_ACCOUNT)]: READ_AND_WRITE,
  },
  EvaluateRole: {
    ...withProfile(...CALLS_OF_EVALUATIONS),
    [regional('bedrock', 'inference-profile/us.amazon.nova-lite-v1:0')]: [
      'bedrock:GetInferenceProfile',
      ...CALLS_OF_EVALUATIONS,
    ],
    ...bucket('prompts', OWN_ACCOUNT),
    [limited(object('prompts/birds.jsonl'), OWN_ACCOUNT)]: READ,
    '<Keyprompts.Arn>': READ_KEY,
    [limited(`${PARTITION}:s3:::scores`, OWN_ACCOUNT)]: [
      's3:GetBucketLocation',
      's3:ListBucket',
      's3:ListBucketMultipartUploads',
    ],
    [limited(object('scores/evaluations/*'), OWN_ACCOUNT)]: ['s3:AbortMultipartUpload', ...READ_AND_WRITE],
    '<Keyscores.Arn>': WRITE_KEY,
    '<Keyevaluation.Arn>': EVALUATION_KEY,
  },
  ImportRole: {
    ...bedrockNetwork('ImportSecurityGroup', 'BedrockModelImportJobArn', IMPORT_JOBS),
    ...bucket('weights', OWN_ACCOUNT),
    [limited(object('weights/llama/*'), OWN_ACCOUNT)]: READ,
    '<Keyweights.Arn>': READ_KEY,
    '<Keyimported.Arn>': MODEL_KEY,
  },
  ClassifyRole: {
    ...bedrockNetwork('ClassifySecurityGroup', 'BedrockModelInvocationJobArn', BATCH_JOBS),
    ...withProfile('bedrock:InvokeModel'),
    ...bucket('reviews', OWN_ACCOUNT),
    [limited(object('reviews/2026/*'), OWN_ACCOUNT)]: READ,
    '<Keyreviews.Arn>': READ_KEY,
    ...bucket('answers', OWN_ACCOUNT),
    [limited(object('answers/*'), OWN_ACCOUNT)]: READ_AND_WRITE,
    '<Keyoutput.Arn>': WRITE_KEY,
  },
};

/** A resource, and the conditions under which a statement allows something on it. */
export function limited(resource: string, condition: unknown): string {
  return condition === undefined ? resource : `${resource} if ${JSON.stringify(condition)}`;
}

function regional(service: string, resource: string): string {
  return `${PARTITION}:${service}:${REGIONAL}:${resource}`;
}

function object(key: string): string {
  return `${PARTITION}:s3:::${key}`;
}

function bucket(name: string, condition?: object): Rights {
  return { [limited(`${PARTITION}:s3:::${name}`, condition)]: ['s3:GetBucketLocation', 's3:ListBucket'] };
}

function logs(group: string): Rights {
  const arn = regional('logs', `log-group:/aws/sagemaker/${group}`);
  return { [arn]: WRITE_LOG, [`${arn}:*`]: WRITE_LOG };
}

function jobActions(kind: string, more: readonly string[]): string[] {
  const verbs = ['Create', 'Describe', 'Stop', ...more];
  return [...verbs.map((verb) => `${verb}${kind}`), 'AddTags', 'DeleteTags', 'ListTags'].map(
    (action) => `sagemaker:${action}`,
  );
}

/** An action on an inference profile, and on the model behind it, here and in the Regions of the profile. */
function withProfile(...actions: readonly string[]): Rights {
  const model = (region: string) => `${PARTITION}:bedrock:${region}::foundation-model/amazon.nova-lite-v1:0`;
  const profile = regional('bedrock', 'inference-profile/us.amazon.nova-lite-v1:0');
  return { [profile]: actions, [model('<AWS::Region>')]: actions, [model('us-*')]: actions };
}

/** What a job of Bedrock does in a VPC: its network interfaces have a tag with its ARN. */
function bedrockNetwork(securityGroup: string, jobTag: string, jobs: string): Rights {
  const subnets = [1, 2].map((index) => regional('ec2', `subnet/<VpcPrivateSubnet${index}Subnet>`));
  const create = ['ec2:CreateNetworkInterface'];
  const networkInterface = regional('ec2', 'network-interface/*');
  const madeOf = [...subnets, regional('ec2', `security-group/<${securityGroup}.GroupId>`)];
  const isNew = {
    StringEquals: { 'aws:RequestTag/BedrockManaged': 'true' },
    ArnEquals: { [`aws:RequestTag/${jobTag}`]: jobs },
  };
  const isTagged = {
    StringEquals: { 'ec2:CreateAction': 'CreateNetworkInterface' },
    'ForAllValues:StringEquals': { 'aws:TagKeys': ['BedrockManaged', jobTag] },
  };
  const isOwn = { ArnEquals: { 'ec2:Subnet': subnets, [`ec2:ResourceTag/${jobTag}`]: jobs } };
  return {
    '*': [
      'ec2:DescribeDhcpOptions',
      'ec2:DescribeNetworkInterfaces',
      'ec2:DescribeSecurityGroups',
      'ec2:DescribeSubnets',
      'ec2:DescribeVpcs',
    ],
    [limited(networkInterface, isNew)]: create,
    ...Object.fromEntries(madeOf.map((arn) => [arn, create])),
    [limited(networkInterface, isTagged)]: ['ec2:CreateTags'],
    [limited('*', isOwn)]: [
      'ec2:CreateNetworkInterfacePermission',
      'ec2:DeleteNetworkInterface',
      'ec2:DeleteNetworkInterfacePermission',
    ],
  };
}
