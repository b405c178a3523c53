import { allow, document, IamFixture } from '../fixture-iam';

const ROLE = 'AWS::IAM::Role';

let iam: IamFixture;
beforeEach(() => (iam = new IamFixture()));

/** A policy of so many characters. */
function policyOf(characters: number) {
  const empty = JSON.stringify(document(allow('s3:GetObject', ''))).length;
  return document(allow('s3:GetObject', 'x'.repeat(characters - empty)));
}

const inline = (characters: number) => ({ Policies: [{ PolicyName: 'Own', PolicyDocument: policyOf(characters) }] });
const attached = (characters: number, Roles = ['Worker']) => ({ Roles, PolicyDocument: policyOf(characters) });
const MESSAGE = 'Maximum policy size of 10240 bytes exceeded for role Worker';

test('a role takes 10,240 characters of policies in itself, and no more', () => {
  iam.make(ROLE, 'Worker', inline(10_240));
  expect(() => iam.make(ROLE, 'Worker', inline(10_241))).toThrow(MESSAGE);
});

test('its own policies and those that are put into it count together', () => {
  iam.make(ROLE, 'Worker', inline(5_000));
  iam.make('AWS::IAM::Policy', 'One', attached(5_000));
  const role = { RoleName: 'Worker', PolicyDocument: policyOf(240) };
  iam.make('AWS::IAM::RolePolicy', 'Two', role);
  expect(() => iam.make('AWS::IAM::Policy', 'Three', attached(100))).toThrow(MESSAGE);
  expect(() => iam.make('AWS::IAM::RolePolicy', 'Three', { ...role, PolicyDocument: policyOf(100) })).toThrow(MESSAGE);
  expect(() => iam.make(ROLE, 'Worker', inline(5_001))).toThrow(MESSAGE);
});

test('those of roles that nobody here has made count, too', () => {
  iam.make('AWS::IAM::Policy', 'One', attached(6_000, ['Stranger', 'Worker']));
  expect(() => iam.make('AWS::IAM::Policy', 'Two', attached(6_000))).toThrow(MESSAGE);
  iam.make('AWS::IAM::Policy', 'Two', attached(6_000, ['Other']));
});

test('a policy that changes takes the place of itself, and one that is gone takes none', () => {
  iam.make('AWS::IAM::Policy', 'One', attached(6_000));
  iam.make('AWS::IAM::Policy', 'One', attached(9_000));
  iam.delete('AWS::IAM::Policy', 'One', attached(9_000));
  iam.make('AWS::IAM::Policy', 'Two', attached(9_000));
});

test('a policy takes no room beside the one of the same name whose place it takes', () => {
  const named = (characters: number) => ({ ...attached(characters), PolicyName: 'Jobs' });
  iam.make('AWS::IAM::Policy', 'One', named(6_000));
  iam.make('AWS::IAM::Policy', 'Two', named(6_000));
  iam.make('AWS::IAM::Policy', 'Two', named(9_000));
  expect(() => iam.make('AWS::IAM::Policy', 'Three', attached(2_000))).toThrow(MESSAGE);
  iam.make('AWS::IAM::Policy', 'Three', attached(1_000));
});

test('what IAM refuses leaves what was there', () => {
  iam.make('AWS::IAM::Policy', 'One', attached(6_000));
  expect(() => iam.make('AWS::IAM::Policy', 'One', attached(11_000))).toThrow(MESSAGE);
  iam.make('AWS::IAM::Policy', 'Two', attached(4_000));
  expect(() => iam.make('AWS::IAM::Policy', 'Three', attached(300))).toThrow(MESSAGE);
});

test('a managed policy takes 6,144 characters, wherever it is attached', () => {
  const managed = (characters: number) => iam.make('AWS::IAM::ManagedPolicy', 'Shared', attached(characters));
  managed(6_144);
  expect(() => managed(6_145)).toThrow('Cannot exceed quota for PolicySize: 6144');
  iam.make('AWS::IAM::Policy', 'One', attached(10_240));
});
