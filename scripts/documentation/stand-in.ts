/** Something that an example takes for granted: `declare const data: s3.Bucket;`. */
export interface Declaration {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

/** What stands in for something that an example takes for granted. */
export interface StandIn {
  /** The statement that makes it, in the constructor of the example's stack. */
  readonly code: string;
  /** What is made of others has a higher one. */
  readonly rank: number;
}

const SAGEMAKER = "new iam.ServicePrincipal('sagemaker.amazonaws.com')";

/** How the types that examples declare are made. `$id` is the name of the constant. */
const MADE: { readonly [type: string]: string } = {
  App: 'this.node.root as App',
  CompilationJob:
    "new CompilationJob(this, '$id', { modelData: ModelData.fromBucket(new s3.Bucket(this, '$idBucket'), 'model.tar.gz'), framework: Framework.XGBOOST, target: CompilationTarget.device(TargetDevice.ML_C5) })",
  TrainingJob:
    "new TrainingJob(this, '$id', { algorithm: TrainingAlgorithm.fromImage(TrainingImage.fromBuiltInAlgorithm('sagemaker-xgboost', '1.7-1')), hyperparameters: { num_round: '100' }, inputs: { train: TrainingInput.fromBucket(new s3.Bucket(this, '$idBucket'), 'train/') }, instanceType: MlInstanceType.M5_LARGE, maxRuntime: Duration.minutes(10) })",
  'bedrock.CfnDataSource':
    "new bedrock.CfnDataSource(this, '$id', { name: '$id', knowledgeBaseId: 'KB12345678', dataSourceConfiguration: { type: 'S3' } })",
  'ec2.Vpc': "new ec2.Vpc(this, '$id', { maxAzs: 2 })",
  'iam.Role': `new iam.Role(this, '$id', { assumedBy: ${SAGEMAKER} })`,
  'kms.Key': "new kms.Key(this, '$id')",
  's3.Bucket': "new s3.Bucket(this, '$id')",
  'sns.Topic': "new sns.Topic(this, '$id')",
};

/** A model that is hosted with a role, which may pull its image from ECR. */
function modelOf(id: string, role: string): string {
  const actions = ['GetAuthorizationToken', 'BatchCheckLayerAvailability', 'GetDownloadUrlForLayer', 'BatchGetImage'];
  const policy = `new iam.PolicyStatement({ actions: [${actions.map((each) => `'ecr:${each}'`).join(', ')}], resources: ['*'] })`;
  const image = "'683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-xgboost:1.3-1'";
  return [
    `${role}.addToPolicy(${policy});`,
    `const ${id} = new sagemaker.CfnModel(this, '${id}', { executionRoleArn: ${role}.roleArn, primaryContainer: { image: ${image} } });`,
    `${id}.node.addDependency(${role});`,
  ].join('\n');
}

/** What stands in for a declaration, among all of its example. Fails for a type that nothing stands in for. */
export function standInOf({ name, type }: Declaration, all: readonly Declaration[]): StandIn {
  if (type === 'sagemaker.CfnModel') {
    const role = all.find((each) => each.type === 'iam.Role');
    if (!role) throw new Error(`'${name}' needs a role: declare an 'iam.Role' beside it`);
    return { code: modelOf(name, role.name), rank: 1 };
  }
  const code = MADE[type];
  if (code === undefined) throw new Error(`Nothing stands in for '${name}', a ${type}: add it to the stand-ins`);
  return { code: `const ${name} = ${code.replaceAll('$id', name)};`, rank: 0 };
}
