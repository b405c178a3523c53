import { App, NestedStack, Stack, Stage } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { JobEngine } from '../../../src/engine/job-engine';
import { BATCH_JOB_TYPE, batchJob } from '../sample-batch-job';
import { newStack } from '../sample-job';
import { looseEnds, type TemplateBody, templateOf } from '../template-body';

const ACTIONS = ['cloudformation:SignalResource', 'cloudformation:DescribeStackResource'];

/** The policies of a stack that let wait conditions be signalled. */
function signalPolicies({ Resources }: TemplateBody) {
  return Object.entries(Resources).filter(([, { Type, Properties }]) => {
    return Type === 'AWS::IAM::Policy' && JSON.stringify(Properties).includes(ACTIONS[0]);
  });
}

test('one policy of the stack allows to signal its resources, however many jobs wait', () => {
  const stack = newStack();
  batchJob(stack, 'First');
  batchJob(stack, 'Second');
  const template = templateOf(stack);
  const [[id, { Properties }], ...others] = signalPolicies(template);
  expect(others).toEqual([]);
  expect(Properties.PolicyDocument).toEqual({
    Statement: [{ Action: ACTIONS, Effect: 'Allow', Resource: { Ref: 'AWS::StackId' } }],
    Version: '2012-10-17',
  });
  expect(Properties.Roles).toEqual([{ Ref: expect.stringMatching(/^cdkmljobsJobEngineStateMachineRole/) }]);
  const first = Object.values(template.Resources).filter(({ DependsOn }) => JSON.stringify(DependsOn)?.includes(id));
  expect(first.map(({ Type }) => Type)).toEqual(Array(2).fill('AWS::CloudFormation::WaitCondition'));
});

test('there is none where no job waits for longer than an hour', () => {
  const stack = newStack();
  batchJob(stack, 'Classify', { waitForCompletion: false });
  expect(signalPolicies(templateOf(stack))).toEqual([]);
});

test('a job whose engine is another stack’s has the policy in its own, on the role by its name', () => {
  const app = new App();
  const engine = new JobEngine(new Stack(app, 'Engines'), 'Engine');
  const stack = new Stack(app, 'Jobs');
  batchJob(stack, 'Classify', { engine });
  const assembly = app.synth();
  const template = assembly.getStackByName('Jobs').template as TemplateBody;
  const [[, { Properties }]] = signalPolicies(template);
  expect(JSON.stringify(Properties.Roles)).toContain('Fn::ImportValue');
  expect(Properties.PolicyDocument).toMatchObject({ Statement: [{ Resource: { Ref: 'AWS::StackId' } }] });
  expect(signalPolicies(assembly.getStackByName('Engines').template as TemplateBody)).toEqual([]);
  expect(looseEnds(template)).toEqual([]);
});

test('a role that was made elsewhere is exported by nobody', () => {
  const app = new App();
  const engines = new Stack(app, 'Engines');
  const stateMachineRole = Role.fromRoleArn(engines, 'Machine', 'arn:aws:iam::111122223333:role/machine');
  const engine = new JobEngine(engines, 'Engine', { stateMachineRole });
  const stack = new Stack(app, 'Jobs');
  batchJob(stack, 'Classify', { engine });
  const template = app.synth().getStackByName('Jobs').template as TemplateBody;
  const [[, { Properties }]] = signalPolicies(template);
  expect(Properties.Roles).toEqual(['machine']);
});

test('a job of a nested stack has the policy on that', () => {
  const outer = new Stack(new App(), 'Outer');
  const nested = new NestedStack(outer, 'Nested');
  batchJob(nested, 'Classify', { engine: new JobEngine(outer, 'Engine') });
  const template = templateOf(nested);
  expect(signalPolicies(template)).toHaveLength(1);
  expect(looseEnds(template)).toEqual([]);
  expect(signalPolicies(templateOf(outer))).toEqual([]);
});

test('a job in a stage has it as in any stack', () => {
  const app = new App();
  const stage = new Stage(app, 'Production');
  const stack = new Stack(stage, 'Jobs');
  batchJob(stack, 'Classify');
  const template = stage.synth().stacks[0].template as TemplateBody;
  expect(signalPolicies(template)).toHaveLength(1);
  expect(Object.values(template.Resources).map(({ Type }) => Type)).toContain(BATCH_JOB_TYPE);
});

test('a role that the engine was given has it in a policy from here, too', () => {
  const stack = newStack();
  const stateMachineRole = new Role(stack, 'Mine', { assumedBy: new ServicePrincipal('states.amazonaws.com') });
  JobEngine.of(stack, { stateMachineRole });
  batchJob(stack, 'Classify');
  const template = templateOf(stack);
  const [[, { Properties }]] = signalPolicies(template);
  expect(Properties.Roles).toEqual([{ Ref: expect.stringMatching(/^Mine/) }]);
  expect(looseEnds(template)).toEqual([]);
});
