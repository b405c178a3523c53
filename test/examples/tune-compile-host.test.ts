import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { TuneCompileHostStack } from '../../examples/tune-compile-host/tune-compile-host-stack';
import { cleanUp, newRehearsal, synthesize } from '../deployment/deployment';

describe('the stack', () => {
  const template = Template.fromStack(new TuneCompileHostStack(new App(), 'TuneCompileHost'));
  const resultOf = (id: string, attribute: string) => ({
    'Fn::GetAtt': [Match.stringLikeRegexp(`^${id}[0-9A-F]{8}$`), attribute],
  });

  test('searches for the fewest errors, with the last XGBoost that Neo knows', () => {
    template.hasResourceProperties('Custom::SageMakerHyperParameterTuningJob', {
      Request: {
        HyperParameterTuningJobConfig: {
          Strategy: 'Bayesian',
          HyperParameterTuningJobObjective: { Type: 'Minimize', MetricName: 'validation:merror' },
          ResourceLimits: { MaxNumberOfTrainingJobs: 12, MaxParallelTrainingJobs: 3, MaxRuntimeInSeconds: 2700 },
          ParameterRanges: {
            IntegerParameterRanges: [
              { Name: 'max_depth', MinValue: '2', MaxValue: '6' },
              { Name: 'num_round', MinValue: '5', MaxValue: '40' },
            ],
            ContinuousParameterRanges: [{ Name: 'eta', MinValue: '0.05', MaxValue: '0.5', ScalingType: 'Logarithmic' }],
          },
        },
        TrainingJobDefinition: Match.objectLike({
          AlgorithmSpecification: {
            TrainingInputMode: 'File',
            TrainingImage: Match.objectLike({
              'Fn::Join': ['', Match.arrayWith([Match.stringLikeRegexp('/sagemaker-xgboost:1\\.3-1$')])],
            }),
          },
          StoppingCondition: { MaxRuntimeInSeconds: 600 },
        }),
      },
      Metrics: ['max_depth'],
    });
  });

  test('compiles the best model, and hosts what the compilation has made', () => {
    template.hasResourceProperties('Custom::SageMakerCompilationJob', {
      Request: Match.objectLike({
        InputConfig: { S3Uri: resultOf('Tune', 'ModelArtifacts'), Framework: 'XGBOOST' },
      }),
    });
    template.hasResourceProperties('AWS::SageMaker::Model', {
      PrimaryContainer: {
        Image: resultOf('Compile', 'InferenceImage'),
        ModelDataUrl: resultOf('Compile', 'ModelArtifacts'),
      },
    });
  });

  test('waits for each of its jobs without wait conditions', () => {
    template.resourceCountIs('AWS::CloudFormation::WaitCondition', 0);
  });
});

describe('a deployment', () => {
  afterEach(cleanUp);

  const app = (trainings?: number) =>
    synthesize((scope) => void new TuneCompileHostStack(scope, 'TuneCompileHost', { trainings }));

  test('tunes, compiles and hosts, in this order, and says how good the best model is', async () => {
    const rehearsal = newRehearsal({ jobs: { Tune: { metrics: { 'validation:merror': 0.012 } } } });
    const { ok, stacks } = await rehearsal.deploy(app());

    expect(ok).toBe(true);
    const { outputs, events } = stacks.TuneCompileHost;
    expect(outputs).toMatchObject({ ValidationError: '0.012', BestDepth: '4' });
    const completed = events
      .filter(
        ({ status, logicalId }) =>
          status === 'CREATE_COMPLETE' && /^(Tune|Compile|Model)[0-9A-F]{8}$|^Endpoint$/.test(logicalId),
      )
      .map(({ logicalId }) => logicalId.replace(/[0-9A-F]{8}$/, ''));
    expect(completed).toEqual(['Tune', 'Compile', 'Model', 'Endpoint']);
    expect(rehearsal.iam.denials).toEqual([]);
  });

  test('serves what it served before where all trainings of the next one fail', async () => {
    const rehearsal = newRehearsal();
    await rehearsal.deploy(app());
    const { ok, stacks } = await rehearsal.deploy(app(20), { jobs: { Tune: { completedTrainings: 0 } } });

    expect(ok).toBe(false);
    expect(stacks.TuneCompileHost.status).toBe('UPDATE_ROLLBACK_COMPLETE');
    expect(rehearsal.sagemaker.compilationJobs).toHaveLength(1);
  });
});
