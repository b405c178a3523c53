import { App, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { type JobAccessOptions, JobEngine, type JobOptions } from '../../../src';
import { JOB_KIND_KEYS } from '../../../src/contract';
import { compilationJob } from '../sample-job';
import { SAMPLE_OF_KIND } from '../sample-of-kind';
import { transformJob } from '../sample-transform-job';

const OWN = { account: '111122223333', region: 'eu-west-1' };
const THEIRS = { ...OWN, account: '444455556666' };
const MESSAGE = `must be a role of ${OWN.account}, the account of the stack, got one of ${THEIRS.account}`;

/** The kinds that run with a role of their own: a transform has that of its model. */
const WITH_ROLE = JOB_KIND_KEYS.filter((kind) => kind !== 'IngestionJob' && kind !== 'TransformJob');

function stackIn(env?: typeof OWN) {
  const app = new App();
  return { app, stack: new Stack(app, 'Stack', { env }) };
}

const roleOf = (stack: Stack, { account } = THEIRS) =>
  iam.Role.fromRoleArn(stack, 'Role', `arn:aws:iam::${account}:role/ml`);

describe('a role of another account', () => {
  test.each(WITH_ROLE)('is refused by a %s', (kind) => {
    const { stack } = stackIn(OWN);
    const options: JobOptions & JobAccessOptions = { role: roleOf(stack) };
    expect(() => SAMPLE_OF_KIND[kind](stack, 'Job', options)).toThrow(`'role' ${MESSAGE}`);
  });

  test('is refused though a stack of the app makes it, or its policies are kept elsewhere', () => {
    const { app, stack } = stackIn(OWN);
    const role = new iam.Role(new Stack(app, 'Theirs', { env: THEIRS }), 'Role', {
      roleName: 'ml',
      assumedBy: new iam.ServicePrincipal('sagemaker.amazonaws.com'),
    });
    expect(() => compilationJob(stack, 'One', { role })).toThrow(`'role' ${MESSAGE}`);
    expect(() => compilationJob(stack, 'Two', { role: role.withoutPolicyUpdates() })).toThrow(`'role' ${MESSAGE}`);
  });

  test.each<[string, (stack: Stack, role: iam.IRole) => unknown]>([
    ['modelRole', (stack, modelRole) => transformJob(stack, 'Job', { modelRole })],
    ['role', (stack, role) => compilationJob(stack, 'Job').createModel(stack, 'Model', { role })],
    ['handlerRole', (stack, handlerRole) => new JobEngine(stack, 'Engine', { handlerRole })],
    ['stateMachineRole', (stack, stateMachineRole) => new JobEngine(stack, 'Engine', { stateMachineRole })],
  ])('is refused as %s, too', (member, make) => {
    const { app, stack } = stackIn(OWN);
    const made = () => {
      make(stack, roleOf(stack));
      app.synth();
    };
    expect(made).toThrow(`'${member}' ${MESSAGE}`);
  });
});

test.each([
  ['of the account', OWN, OWN],
  ['of which nobody knows whether it is one of another account', undefined, THEIRS],
] as const)('a role %s is taken', (_, env, owner) => {
  const { app, stack } = stackIn(env);
  compilationJob(stack, 'Job', { role: roleOf(stack, owner) });
  expect(() => app.synth()).not.toThrow();
});
