import { Annotations, App, Stack, Stage } from 'aws-cdk-lib';
import { Vpc } from 'aws-cdk-lib/aws-ec2';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { synthesisNotes } from '../../../rehearsal/cloud-assembly/synthesis-notes';
import { temporaryFolder } from '../fixture-folder';

const ENVIRONMENT = { account: '111122223333', region: 'us-east-1' };

test('tells the warnings of all stacks, and what only an account can answer', () => {
  const app = new App({ outdir: temporaryFolder() });
  const stage = new Stage(app, 'Prod', { env: ENVIRONMENT });
  Annotations.of(new Bucket(new Stack(stage, 'Data'), 'Bucket')).addWarningV2('app:bucket', 'It is empty');
  Vpc.fromLookup(new Stack(app, 'Net', { env: ENVIRONMENT }), 'Vpc', { isDefault: true });
  const [warning, lookup, ...others] = synthesisNotes(app.synth().directory, ENVIRONMENT);
  expect(warning).toBe('[Warning at /Prod/Data/Bucket] It is empty [ack: app:bucket]');
  expect(lookup).toMatch(
    /^The app looks up vpc-provider:account=111122223333:.* \(vpc-provider\): "cdk synth" does so in your account, and keeps the answer in cdk\.context\.json\. What stands in for it is rehearsed\.$/,
  );
  expect(others).toEqual([]);
});

test('tells no warning of a stack that is not deployed', () => {
  const app = new App({ outdir: temporaryFolder() });
  for (const name of ['One', 'Other']) Annotations.of(new Stack(app, name)).addWarningV2('app:stack', 'It is empty');
  expect(synthesisNotes(app.synth().directory, ENVIRONMENT, ['One'])).toEqual([
    '[Warning at /One] It is empty [ack: app:stack]',
  ]);
});

test('says nothing of an app of which the CDK would not', () => {
  const app = new App({ outdir: temporaryFolder() });
  new Bucket(new Stack(app, 'Data'), 'Bucket');
  expect(synthesisNotes(app.synth().directory, ENVIRONMENT)).toEqual([]);
});
