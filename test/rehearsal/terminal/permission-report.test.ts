import { deniedLines, unknownLines, unusedLines } from '../../../rehearsal/terminal/permission-report';
import { allow, deny, IamFixture, WORKER_SESSION } from '../fixture-iam';

const GET = { action: 's3:GetObject', resource: 'arn:aws:s3:::data/a' };

test('shows what is denied, and the statement that would allow it', () => {
  const iam = new IamFixture();
  iam.role([]);
  iam.reasonFor(GET);
  iam.tryAll({ ...WORKER_SESSION, name: 's' }, [{ action: 'logs:PutLogEvents', resource: '*' }]);
  expect(deniedLines(iam.denials)).toEqual([
    'IAM denied s3:GetObject on arn:aws:s3:::data/a to arn:aws:sts::111122223333:assumed-role/Worker/session.',
    '  Missing in a policy of the role: {"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::data/a"}',
    'IAM denied logs:PutLogEvents on * to arn:aws:sts::111122223333:assumed-role/Worker/s (nothing fails for it in AWS, and nobody notices).',
    '  Missing in a policy of the role: {"Effect":"Allow","Action":"logs:PutLogEvents","Resource":"*"}',
  ]);
});

test('shows what a Deny is in', () => {
  const iam = new IamFixture();
  iam.role([deny('s3:*')]);
  iam.reasonFor(GET);
  expect(deniedLines(iam.denials)[1]).toBe('  It is denied by a policy of the role: App/Worker (Inline), statement 1.');
});

test('shows statements and actions that nothing has used', () => {
  const iam = new IamFixture();
  iam.role([
    allow(['s3:GetObject', 's3:PutObject'], ['arn:aws:s3:::data/*', 'arn:aws:s3:::more/*']),
    allow('kms:Decrypt'),
  ]);
  iam.reasonFor(GET);
  const { statements } = iam;
  expect(unusedLines([statements[2]], statements)).toEqual([
    'App/Worker (Inline), statement 2: {"Effect":"Allow","Action":"kms:Decrypt","Resource":"*"}',
    'App/Worker (Inline), statement 1: unused actions s3:PutObject',
    'App/Worker (Inline), statement 1: unused resources arn:aws:s3:::more/*',
  ]);
});

test('shows the operators that nobody here knows', () => {
  const iam = new IamFixture();
  iam.role([allow('s3:GetObject'), allow('s3:GetObject', '*', { Condition: { StringIs: { 'aws:SourceArn': 'a' } } })]);
  expect(unknownLines(iam.statements)).toEqual(['App/Worker (Inline), statement 2: StringIs']);
});
