import { type App, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { cleanUp, newRehearsal, synthesize } from './deployment';
import { batchJob } from '../src/sample-batch-job';
import { compilationJob } from '../src/sample-job';
import { trainingJob } from '../src/sample-training-job';

afterAll(cleanUp);

/** Jobs whose roles have the boundary of a company that works in one Region, over TLS and within its organization only. */
function makeJobs(app: App, region: string, elsewhere: readonly string[] = []): void {
  const stack = new Stack(app, 'App', { env: { account: '111122223333', region: 'us-east-1' } });
  const notActions = ['iam:*', 'sts:*', ...elsewhere];
  const denied = (conditions: iam.Conditions) =>
    new iam.PolicyStatement({ effect: iam.Effect.DENY, notActions, resources: ['*'], conditions });
  const boundary = new iam.ManagedPolicy(stack, 'Boundary', {
    managedPolicyName: 'Company',
    statements: [
      new iam.PolicyStatement({ actions: ['*'], resources: ['*'] }),
      denied({ StringNotEquals: { 'aws:RequestedRegion': region } }),
      denied({ Bool: { 'aws:SecureTransport': 'false' } }),
      denied({ StringNotEqualsIfExists: { 'aws:ResourceOrgID': 'o-company' } }),
      denied({ NotIpAddress: { 'aws:SourceIp': '192.0.2.0/24' }, Null: { 'aws:SourceVpc': 'true' } }),
    ],
  });
  iam.PermissionsBoundary.of(stack).apply(boundary);
  compilationJob(stack, 'Compile');
  trainingJob(stack, 'Train');
  batchJob(stack, 'Classify');
}

test('a boundary that is limited to the Region of the jobs denies them nothing', async () => {
  const rehearsal = newRehearsal();
  const { ok } = await rehearsal.deploy(synthesize((app) => makeJobs(app, 'us-east-1')));
  expect(rehearsal.iam.denials.map(({ denial }) => denial.message)).toEqual([]);
  expect(ok).toBe(true);
});

test('one that is limited to another Region is named where it denies', async () => {
  const rehearsal = newRehearsal();
  // without these, the handler would try for a minute of real time to start an execution
  const elsewhere = ['states:*', 'lambda:*', 'logs:*'];
  const { ok } = await rehearsal.deploy(synthesize((app) => makeJobs(app, 'eu-west-1', elsewhere)));
  expect(ok).toBe(false);
  const [{ denial }] = rehearsal.iam.denials;
  expect(denial.message).toMatch(
    / with an explicit deny in a permissions boundary: arn:aws:iam::111122223333:policy\/Company$/,
  );
  expect(denial.denyingStatement).toBe('App/Boundary (Company), statement 2');
});
