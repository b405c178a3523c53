import { unusedStatements } from '../../../rehearsal/iam/statement-usage';
import { allow, deny, document, IamFixture } from '../fixture-iam';

const GET = { action: 's3:GetObject', resource: 'arn:aws:s3:::data/a' };

let iam: IamFixture;
beforeEach(() => (iam = new IamFixture()));

const usageOf = (number: number, name = 'Inline') =>
  iam.statements.find(({ origin }) => origin.number === number && origin.name === name);

test('a statement is used by what it allows, and needed where nothing else allows it', () => {
  iam.role([allow('s3:GetObject'), allow('s3:Put*')]);
  iam.reasonFor(GET);
  expect(usageOf(1)).toMatchObject({ isUsed: true, isNeeded: true });
  expect(usageOf(2)).toMatchObject({ isUsed: false, isNeeded: false, unusedActions: ['s3:Put*'] });
});

test('a statement is not needed where another allows the same', () => {
  iam.role([allow('s3:GetObject'), allow('s3:*')]);
  iam.reasonFor(GET);
  expect(usageOf(1)).toMatchObject({ isUsed: true, isNeeded: false });
  expect(usageOf(2)).toMatchObject({ isUsed: true, isNeeded: false });
});

test('actions and resources are used each for itself', () => {
  iam.role([allow(['s3:GetObject', 's3:PutObject'], ['arn:aws:s3:::data/*', 'arn:aws:s3:::other/*'])]);
  iam.reasonFor(GET);
  expect(usageOf(1)).toMatchObject({ unusedActions: ['s3:PutObject'], unusedResources: ['arn:aws:s3:::other/*'] });
});

test('a statement that is deployed again is the same', () => {
  iam.role([allow('s3:GetObject')]);
  iam.reasonFor(GET);
  iam.role([allow('kms:Decrypt'), allow('s3:GetObject')]);
  expect(iam.statements.filter(({ isUsed }) => isUsed)).toHaveLength(1);
});

test('what a denied access matches is not used', () => {
  iam.role([allow('s3:*'), deny('s3:GetObject')]);
  iam.reasonFor(GET);
  expect(usageOf(1)).toMatchObject({ isUsed: false });
});

test('unused are the Allow statements of roles that have done something', () => {
  iam.role([allow('s3:GetObject'), allow('s3:PutObject'), deny('s3:DeleteObject')]);
  iam.make('AWS::IAM::Policy', 'More', { Roles: ['Worker'], PolicyDocument: document(allow('kms:Decrypt')) });
  iam.role([allow('sqs:SendMessage')], {}, 'Idle');
  iam.reasonFor(GET);
  iam.assume({ roleArn: 'arn:aws:iam::111122223333:role/Idle', service: 'x.amazonaws.com' });
  const unused = unusedStatements(iam.statements).map(({ statement }) => statement.Action);
  expect(unused).toEqual(['sts:AssumeRole', 's3:PutObject', 'kms:Decrypt']);
});
