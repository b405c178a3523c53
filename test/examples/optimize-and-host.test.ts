import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { OptimizeAndHostStack } from '../../examples/optimize-and-host/optimize-and-host-stack';
import { QuantizationFormat } from '../../src';
import { cleanUp, newRehearsal, synthesize } from '../deployment/deployment';

describe('the stack', () => {
  const template = Template.fromStack(new OptimizeAndHostStack(new App(), 'OptimizeAndHost'));
  const resultOf = (attribute: string) => ({
    'Fn::GetAtt': [Match.stringLikeRegexp('^OptimizeWaitResult[0-9A-F]{8}$'), attribute],
  });

  test('quantizes the model in an image that SageMaker chooses', () => {
    template.hasResourceProperties('Custom::SageMakerOptimizationJob', {
      Request: {
        DeploymentInstanceType: 'ml.g5.2xlarge',
        OptimizationConfigs: [
          {
            ModelQuantizationConfig: {
              Image: Match.absent(),
              OverrideEnvironment: { OPTION_QUANTIZE: 'awq' },
            },
          },
        ],
        OptimizationEnvironment: { OPTION_MAX_MODEL_LEN: '8192', OPTION_TENSOR_PARALLEL_DEGREE: '1' },
        StoppingCondition: { MaxRuntimeInSeconds: 7200 },
      },
    });
  });

  test('hosts what the job has made, uncompressed, in the image that is recommended for it', () => {
    template.hasResourceProperties('AWS::SageMaker::Model', {
      PrimaryContainer: {
        Image: resultOf('RecommendedInferenceImage'),
        ModelDataSource: {
          S3DataSource: { S3Uri: resultOf('OutputLocation'), S3DataType: 'S3Prefix', CompressionType: 'None' },
        },
      },
    });
  });
});

describe('a deployment', () => {
  afterEach(cleanUp);

  const app = (format?: QuantizationFormat) =>
    synthesize((scope) => void new OptimizeAndHostStack(scope, 'OptimizeAndHost', { format }));

  test('optimizes for longer than an hour, and hosts, with the rights that both roles have', async () => {
    const rehearsal = newRehearsal({ jobs: { Optimize: { duration: 5400 } } });
    const { ok, stacks } = await rehearsal.deploy(app());

    expect(ok).toBe(true);
    const { outputs } = stacks.OptimizeAndHost;
    expect(outputs.OptimizeOutputLocation).toMatch(/^s3:\/\/.+\/optimizeandhost--optimize--[0-9a-f]{12}\/$/);
    expect(outputs.EndpointName).toBeDefined();
    expect(rehearsal.iam.denials).toEqual([]);
  });

  test('serves what it served before where the next optimization fails', async () => {
    const rehearsal = newRehearsal();
    await rehearsal.deploy(app());
    const failure = 'ClientError: Model architecture FalconForCausalLM is not supported';
    const { ok, stacks } = await rehearsal.deploy(app(QuantizationFormat.FP8), { jobs: { Optimize: { failure } } });

    expect(ok).toBe(false);
    expect(stacks.OptimizeAndHost.status).toBe('UPDATE_ROLLBACK_COMPLETE');
    expect(rehearsal.sagemaker.optimizationJobs).toHaveLength(2);
  });
});
