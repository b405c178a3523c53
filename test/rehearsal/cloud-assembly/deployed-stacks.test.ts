import { Annotations, App, Stack } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { deployedStacks } from '../../../rehearsal/cloud-assembly/deployed-stacks';
import { RehearsalError } from '../../../rehearsal/rehearsal-error';
import { temporaryFolder } from '../fixture-folder';

const ENVIRONMENT = { account: '111122223333', region: 'us-east-1' };

/** An app in which constructs of one of two stacks have errors. */
function assembly(): string {
  const app = new App({ outdir: temporaryFolder() });
  Annotations.of(new Bucket(new Stack(app, 'Right'), 'Bucket')).addWarningV2('app:bucket', 'It is empty');
  const wrong = new Stack(app, 'Wrong');
  Annotations.of(wrong).addError('It has no name');
  Annotations.of(new Bucket(wrong, 'Bucket')).addError('It is public');
  return app.synth().directory;
}

test('errors of the app are errors, with all of their texts', () => {
  expect(() => deployedStacks(assembly(), ENVIRONMENT)).toThrow(
    new RehearsalError(
      'The app has errors, with which the CDK deploys nothing:\n[Error at /Wrong] It has no name\n[Error at /Wrong/Bucket] It is public',
    ),
  );
});

test('not those of stacks that are not deployed, nor warnings', () => {
  const stacks = deployedStacks(assembly(), ENVIRONMENT, ['Right']);
  expect(stacks.map(({ stackName }) => stackName)).toEqual(['Right']);
});
