import { App, NestedStack, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { IngestionDataSource, JobEngine } from '../../../src';
import { batchJob } from '../sample-batch-job';
import { dataSourceInApp, ingestionJob } from '../sample-ingestion-job';
import { compilationJob } from '../sample-job';
import type { TemplateBody } from '../template-body';

const MACHINE = 'arn:aws:iam::111122223333:role/jobs/machine';
const HANDLER = 'arn:aws:iam::111122223333:role/jobs/handler';
const SAGEMAKER = { assumedBy: new iam.ServicePrincipal('sagemaker.amazonaws.com') };

interface Policy {
  readonly PolicyName: unknown;
  readonly Roles: readonly unknown[];
}

/** The policies of a stack. */
function policiesOf(app: App, name: string): Policy[] {
  const { Resources } = app.synth().getStackByName(name).template as TemplateBody;
  return Object.values(Resources).flatMap(({ Type, Properties }) =>
    Type === 'AWS::IAM::Policy' ? [Properties as unknown as Policy] : [],
  );
}

const namesOf = (policies: readonly Policy[]) => policies.map(({ PolicyName }) => JSON.stringify(PolicyName));

describe('a role has one policy of a name: policies of other stacks have names of their own', () => {
  test('in stacks of one class with an engine of a third', () => {
    const app = new App();
    const engine = new JobEngine(new Stack(app, 'Engines'), 'Engine');
    const names = ['First', 'Second'].map((id) => {
      const stack = new Stack(app, id);
      batchJob(stack, 'Classify', { engine });
      compilationJob(stack, 'Compile', { engine, role: new iam.Role(stack, 'Mine', SAGEMAKER) });
      return stack;
    });
    const [first, second] = names.map(({ stackName }) => namesOf(policiesOf(app, stackName)));

    expect(first.filter((name) => /PassRoles|Signals/.test(name))).toHaveLength(2);
    const foreign = [...first, ...second].filter((name) => /PassRoles|Signals/.test(name));
    expect(new Set(foreign).size).toBe(foreign.length);
  });

  test('in stacks with engines of their own, and roles that were made elsewhere', () => {
    const names = ['First', 'Second'].flatMap((id) => {
      const app = new App();
      const stack = new Stack(app, id, { env: { account: '111122223333', region: 'eu-west-1' } });
      JobEngine.of(stack, {
        handlerRole: iam.Role.fromRoleArn(stack, 'Handler', HANDLER),
        stateMachineRole: iam.Role.fromRoleArn(stack, 'Machine', MACHINE),
      });
      batchJob(stack, 'Classify');
      return namesOf(policiesOf(app, id).filter(({ Roles }) => /"(handler|machine)"/.test(JSON.stringify(Roles))));
    });

    expect(names.length).toBeGreaterThan(6);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^"[\w+=,.@-]{1,128}"$/);
    // also where the same app is deployed to another Region
    for (const name of names) expect(name).toMatch(/-eu-west-1"$/);
  });

  test('in nested stacks of one class', () => {
    const app = new App();
    const outer = new Stack(app, 'Outer');
    const engine = new JobEngine(outer, 'Engine');
    const names = ['First', 'Second'].map((id) => {
      const nested = new NestedStack(outer, id);
      batchJob(nested, 'Classify', { engine });
      const [policy] = nested.node
        .findAll()
        .flatMap((each) => (each instanceof iam.CfnPolicy ? [each.policyName] : []));
      return policy;
    });
    expect(names[0]).not.toBe(names[1]);
  });

  test('and a policy that takes the place of another while that is still there', () => {
    const nameWith = (model: string) => {
      const app = new App();
      const engine = new JobEngine(new Stack(app, 'Engines'), 'Engine');
      const stack = new Stack(app, 'Jobs');
      const source = dataSourceInApp(stack, { model });
      ingestionJob(stack, 'Ingest', { engine, dataSource: IngestionDataSource.fromCfnDataSource(source) });
      const handlers = policiesOf(app, 'Jobs').filter(({ PolicyName }) => /Handler/.test(JSON.stringify(PolicyName)));
      expect(handlers).toHaveLength(1);
      return JSON.stringify(handlers[0].PolicyName);
    };
    // another embedding model: CloudFormation replaces the knowledge base
    expect(nameWith('amazon.titan-embed-text-v2:0')).not.toBe(nameWith('cohere.embed-english-v3'));
  });

  test('and those beside their role have the names that the CDK gives', () => {
    const app = new App();
    const stack = new Stack(app, 'Stack');
    compilationJob(stack, 'Compile');
    for (const name of namesOf(policiesOf(app, 'Stack'))) expect(name).toMatch(/^"[A-Za-z0-9]+[0-9A-F]{8}"$/);
  });
});

describe('a role of another stack', () => {
  test('is named in policies as it is called, whatever its path', () => {
    const app = new App();
    const roles = new Stack(app, 'Roles');
    const assumedBy = new iam.ServicePrincipal('states.amazonaws.com');
    const stateMachineRole = new iam.Role(roles, 'Machine', { path: '/my/path/', assumedBy });
    const stack = new Stack(app, 'Jobs');
    batchJob(stack, 'Classify', { engine: new JobEngine(stack, 'Engine', { stateMachineRole }) });
    const [signals] = policiesOf(app, 'Jobs').filter(({ PolicyName }) =>
      JSON.stringify(PolicyName).includes('Signals'),
    );

    expect(signals.Roles).toEqual([{ 'Fn::ImportValue': expect.stringMatching(/^Roles:ExportsOutputRefMachine/) }]);
  });

  test.each([
    ['whose policies are kept elsewhere', (role: iam.Role) => role.withoutPolicyUpdates()],
    [
      'that was made elsewhere, and is not to be changed',
      (role: iam.Role) => iam.Role.fromRoleArn(role, 'Imported', MACHINE, { mutable: false }),
    ],
  ])('%s gets none', (_, given) => {
    const app = new App();
    const assumedBy = new iam.ServicePrincipal('states.amazonaws.com');
    const role = new iam.Role(new Stack(app, 'Roles'), 'Machine', { assumedBy });
    const engine = new JobEngine(new Stack(app, 'Engines'), 'Engine', { stateMachineRole: given(role) });
    batchJob(new Stack(app, 'Jobs'), 'Classify', { engine });

    for (const name of ['Engines', 'Jobs']) {
      const roleNames = policiesOf(app, name).flatMap(({ Roles }) => Roles.map((each) => JSON.stringify(each)));
      expect(roleNames.filter((each) => /Machine|machine/.test(each) && !/StateMachine/.test(each))).toEqual([]);
    }
  });
});
