import { CompileAndHostStack } from '../../examples/compile-and-host/compile-and-host-stack';
import { cleanUp, newRehearsal, synthesize } from '../deployment/deployment';

afterEach(cleanUp);

const app = () => synthesize((scope) => void new CompileAndHostStack(scope, 'CompileAndHost'));

test('compiles the model, and hosts what the job has made', async () => {
  const rehearsal = newRehearsal();
  const { ok, stacks } = await rehearsal.deploy(app());
  const { outputs, resources } = stacks.CompileAndHost;

  expect(ok).toBe(true);
  expect(outputs.CompileCompilationJobArn).toMatch(
    /^arn:aws:sagemaker:us-east-1:111122223333:compilation-job\/compileandhost--compile--[0-9a-f]{12}$/,
  );
  expect(outputs.CompileModelArtifacts).toMatch(
    /^s3:\/\/[a-z0-9-]+\/penguins\/compileandhost--compile--\w+\/\w+-ml_c5\.tar\.gz$/,
  );
  const [job] = rehearsal.sagemaker.jobs;
  expect(resources.Model.properties).toMatchObject({
    PrimaryContainer: {
      Image: '301217895009.dkr.ecr.us-east-1.amazonaws.com/xgboost-neo:latest',
      ModelDataUrl: outputs.CompileModelArtifacts,
    },
    Tags: [{ Key: 'compilation-job', Value: job.name }],
  });
  expect(resources.Endpoint.type).toBe('AWS::SageMaker::Endpoint');
});

test('hosts nothing if the compilation fails', async () => {
  const rehearsal = newRehearsal({ jobs: { Compile: { failure: 'ClientError: TVM cannot convert the model' } } });
  const { ok, stacks } = await rehearsal.deploy(app());

  expect(ok).toBe(false);
  expect(stacks.CompileAndHost.events.map(({ logicalId }) => logicalId)).not.toContain('Model');
});

test('leaves no job behind when it is deleted', async () => {
  const rehearsal = newRehearsal();
  const assembly = app();
  await rehearsal.deploy(assembly);
  expect((await rehearsal.destroy(assembly)).ok).toBe(true);
  expect(rehearsal.sagemaker.existingJobs).toEqual([]);
});
