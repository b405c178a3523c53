import { Aws, Fn, Token } from 'aws-cdk-lib';
import { exactlyOne } from '../../../src/validation/exactly-one';

const MEMBERS = { Image: 'fromImage()', Name: 'fromName()' };
const token = Token.asString(Fn.conditionIf('Condition', 'x', Aws.NO_VALUE));
const concatenated = `${Fn.findInMap('Accounts', Aws.REGION, 'account')}.dkr.ecr/image:1`;
const textsOf = (object: { readonly [member: string]: unknown }) =>
  [...exactlyOne(object, MEMBERS)].map(({ text }) => text);

test.each([
  { Image: 'x' },
  { Name: 'x' },
  // what a condition gives may be nothing
  { Image: 'x', Name: token },
  { Image: token, Name: token },
])('one member is given, or may be: %j', (object) => {
  expect(textsOf(object)).toEqual([]);
});

test.each([
  [{}, 'none'],
  [{ Image: 'x', Name: '' }, 'Image and Name'],
  [{ Image: concatenated, Name: 'x' }, 'Image and Name'],
  [{ Image: { 'Fn::Join': ['', ['x', { Ref: 'AWS::Region' }]] }, Name: 'x' }, 'Image and Name'],
  [{ Image: {}, Name: { 'Fn::GetAtt': ['A', 'Arn'] } }, 'Image and Name'],
])('fails for %j', (object, got) => {
  const allowed = 'exactly one of Image (fromImage()) and Name (fromName()) must be given';
  expect(textsOf(object)).toEqual([`${allowed}, got ${got}`]);
});
