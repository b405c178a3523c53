import { Template } from 'aws-cdk-lib/assertions';
import { CfnModel, type IModelRef } from 'aws-cdk-lib/aws-sagemaker';
import { Construct } from 'constructs';
import { compilationJob, newStack } from '../../sample-job';
import { TRANSFORM_JOB_TYPE, transformJob, transformProperties } from '../../sample-transform-job';

/** A model whose reference says what those of a version of aws-cdk-lib say. */
function modelWith(reference: object): IModelRef {
  const stack = newStack('Elsewhere');
  return Object.assign(new Construct(stack, 'Model'), {
    modelRef: reference as IModelRef['modelRef'],
    env: { account: stack.account, region: stack.region },
  });
}

const ARN = 'arn:aws:sagemaker:us-east-1:111122223333:model/penguins';

describe('a model that is a resource', () => {
  test('of CloudFormation, is called by its name', () => {
    const stack = newStack();
    const model = new CfnModel(stack, 'Model', { executionRoleArn: 'arn:aws:iam::111122223333:role/host' });
    transformJob(stack, 'Score', { modelName: undefined, model });
    expect(transformProperties(stack).Request.ModelName).toEqual({ 'Fn::GetAtt': ['Model', 'ModelName'] });
  });

  test('of a job, brings its role, which gets what the job needs', () => {
    const stack = newStack();
    const model = compilationJob(stack, 'Compile').createModel(stack, 'Model');
    transformJob(stack, 'Score', { modelName: undefined, model });
    expect(transformProperties(stack).Request.ModelName).toEqual(stack.resolve(model.modelName));
    const [job] = Object.values(Template.fromStack(stack).findResources(TRANSFORM_JOB_TYPE)) as {
      DependsOn: string[];
    }[];
    expect(job.DependsOn).toContainEqual(expect.stringMatching(/^ModelRoleDefaultPolicy/));
    const policies = JSON.stringify(Template.fromStack(stack).findResources('AWS::IAM::Policy'));
    expect(policies).toContain('/aws/sagemaker/TransformJobs');
  });

  // as aws-cdk-lib 2.230.0, 2.276.0 and 2.242.0 have it
  test.each([{ modelId: ARN }, { modelArn: ARN }, { modelName: 'penguins', modelId: 'other' }])(
    'whose reference is %j, is called by its name',
    (reference) => {
      const stack = newStack();
      transformJob(stack, 'Score', { modelName: undefined, model: modelWith(reference) });
      expect(transformProperties(stack).Request.ModelName).toBe('penguins');
    },
  );
});

describe('exactly one of a model and a name must be given', () => {
  test.each([
    [{ modelName: undefined }, 'got none'],
    [{ model: modelWith({ modelArn: ARN }) }, 'got model and modelName'],
  ])('%#', (props, got) => {
    expect(() => transformJob(newStack(), 'Score', props)).toThrow(
      `exactly one of model (a resource) and modelName (the name of one) must be given, ${got}`,
    );
  });

  test('and a model must be one', () => {
    const props = { modelName: undefined, model: 'penguins' as unknown as IModelRef };
    expect(() => transformJob(newStack(), 'Score', props)).toThrow(
      "'model' must be a model, for example a CfnModel, or what createModel() of a job returns, got 'penguins'",
    );
  });
});
