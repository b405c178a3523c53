import { Aws } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { TrainingJob } from '../../../src';
import { formsInArns, formsOfArn } from '../../../src/access/names-in-arns';
import { statementsOf } from '../policy-statements';
import { compilationJob, newStack } from '../sample-job';
import { trainingJob } from '../sample-training-job';
import { transformJob } from '../sample-transform-job';
import { templateOf } from '../template-body';

test.each([
  ['penguins-v1', ['penguins-v1']],
  ['Penguins-V1', ['Penguins-V1', 'penguins-v1']],
])('%s is %j in ARNs', (name, forms) => {
  expect(formsInArns(name)).toEqual(forms);
  expect(formsOfArn(`arn:AWS:x:training-job/${name}`)).toEqual(forms.map((form) => `arn:AWS:x:training-job/${form}`));
});

test('a name that only the deployment knows is left as it is', () => {
  expect(formsInArns(`Job-${Aws.STACK_NAME}`)).toEqual([`Job-${Aws.STACK_NAME}`]);
});

const HANDLER_ROLE = 'cdkmljobsJobEngineHandlerRole';
const ARN = 'arn:<AWS::Partition>:sagemaker:<AWS::Region>:<AWS::AccountId>';

describe('a job with a name that has capitals', () => {
  test.each([
    [
      'compilation-job',
      (stack: ReturnType<typeof newStack>) => compilationJob(stack, 'Job', { compilationJobName: 'My-Job' }),
    ],
    ['training-job', (stack: ReturnType<typeof newStack>) => trainingJob(stack, 'Job', { trainingJobName: 'My-Job' })],
    [
      'transform-job',
      (stack: ReturnType<typeof newStack>) => transformJob(stack, 'Job', { transformJobName: 'My-Job' }),
    ],
  ])('is the handler’s to touch in both forms of its ARN: %s', (resource, make) => {
    const stack = newStack();
    make(stack);
    expect(statementsOf(stack, HANDLER_ROLE).map(({ resources }) => resources)).toContainEqual([
      `${ARN}:${resource}/My-Job`,
      `${ARN}:${resource}/my-job`,
    ]);
  });

  test('has a role that trusts SageMaker for both', () => {
    const stack = newStack();
    trainingJob(stack, 'Job', { trainingJobName: 'My-Job' });
    const [role] = Object.entries(templateOf(stack).Resources).filter(([id]) => id.startsWith('JobRole'));
    expect(JSON.stringify(role[1].Properties.AssumeRolePolicyDocument)).toMatch(
      /"aws:SourceArn":\[.*training-job\/My-Job.*training-job\/my-job.*\]/,
    );
  });

  test('that was made elsewhere can be read in both', () => {
    const stack = newStack();
    expect(TrainingJob.fromTrainingJobName(stack, 'Trained', 'My-Job').modelArtifacts).toBeDefined();
    expect(statementsOf(stack, HANDLER_ROLE)).toContainEqual({
      actions: ['sagemaker:DescribeTrainingJob'],
      resources: [`${ARN}:training-job/My-Job`, `${ARN}:training-job/my-job`],
    });
  });

  test('that has none keeps one form', () => {
    const stack = newStack();
    const role = new iam.Role(stack, 'Mine', { assumedBy: new iam.ServicePrincipal('sagemaker.amazonaws.com') });
    trainingJob(stack, 'Job', { trainingJobName: 'my-job', role });
    expect(statementsOf(stack, HANDLER_ROLE).map(({ resources }) => resources)).toContainEqual([
      `${ARN}:training-job/my-job`,
    ]);
  });
});
