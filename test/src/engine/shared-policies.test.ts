import { CfnParameter, type Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { SharedPolicies } from '../../../src/engine/shared-policies';
import { dataSourceInApp } from '../sample-ingestion-job';
import { newStack } from '../sample-job';

const may = (action: string, ...resources: string[]) => new PolicyStatement({ actions: [action], resources });

/** Policies of a role, with what is allowed. */
function policiesWith(statements: readonly PolicyStatement[], isRenewed = false, stack = newStack()) {
  const role = new Role(stack, 'Handling', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  const shared = new SharedPolicies(stack, { id: 'Jobs', role, isRenewed });
  const places = statements.map((statement) => shared.allow(statement).node.id);
  return { places, stack, ids: idsOf(stack) };
}

const managedOf = (stack: Stack) => Template.fromStack(stack).findResources('AWS::IAM::ManagedPolicy');
const idsOf = (stack: Stack) => Object.keys(managedOf(stack));

const documentsOf = (stack: Stack) =>
  Object.values(managedOf(stack)).map(({ Properties }) => Properties.PolicyDocument.Statement as object[]);

test('a statement grows by the resources of others that say the same, each once', () => {
  const { stack, places } = policiesWith([may('a:A', 'arn:1'), may('a:B', 'arn:1'), may('a:A', 'arn:2', 'arn:3')]);
  expect(places).toEqual(['Jobs1', 'Jobs1', 'Jobs1']);
  expect(documentsOf(stack)).toEqual([
    [
      { Effect: 'Allow', Action: 'a:A', Resource: ['arn:1', 'arn:2', 'arn:3'] },
      { Effect: 'Allow', Action: 'a:B', Resource: 'arn:1' },
    ],
  ]);
  Template.fromStack(stack).hasResourceProperties('AWS::IAM::ManagedPolicy', {
    Roles: [{ Ref: expectedRole(stack) }],
  });
});

test('what is allowed already is where it is', () => {
  const { stack, places } = policiesWith([may('a:A', 'arn:1'), may('a:A', 'x'.repeat(6_000)), may('a:A', 'arn:1')]);
  expect(places).toEqual(['Jobs1', 'Jobs1', 'Jobs1']);
  expect(documentsOf(stack)).toHaveLength(1);
});

test('a policy has up to 6,144 characters', () => {
  const fixed = '{"Version":"2012-10-17","Statement":[{"Action":"a:A","Effect":"Allow","Resource":["arn:1",""]}]}'
    .length;
  const exact = 'x'.repeat(6_144 - fixed - ','.length);
  expect(policiesWith([may('a:A', 'arn:1'), may('a:A', exact)]).places).toEqual(['Jobs1', 'Jobs1']);
  expect(policiesWith([may('a:A', 'arn:1'), may('a:A', `${exact}x`)]).places).toEqual(['Jobs1', 'Jobs2']);
});

test('the resources of one statement stay together', () => {
  const long = (letter: string) => letter.repeat(2_000);
  const { places } = policiesWith([may('a:A', long('x'), long('y')), may('a:A', long('z'), long('w'))]);
  expect(places).toEqual(['Jobs1', 'Jobs2']);
});

test('policies that are changed keep their ids', () => {
  expect(policiesWith([may('a:A', 'arn:1')]).ids).toEqual(policiesWith([may('a:A', 'arn:2')]).ids);
});

test('policies that are renewed have the ids of what they say', () => {
  const renewed = (...statements: PolicyStatement[]) => policiesWith(statements, true).ids;
  const [id] = renewed(may('a:A', 'arn:1'), may('a:A', 'arn:2'));
  expect(id).toMatch(/^Jobs1[0-9A-F]{8}[0-9a-f]{8}$/);
  expect(renewed(may('a:A', 'arn:1'), may('a:A', 'arn:2'))).toEqual([id]);
  expect(renewed(may('a:A', 'arn:1'))).not.toEqual([id]);
  expect(renewed(may('a:B', 'arn:1'), may('a:B', 'arn:2'))).not.toEqual([id]);
  expect(renewed(may('a:A', 'arn:1'), may('a:A', 'arn:3'))).not.toEqual([id]);
});

test('and other ones when CloudFormation replaces what they refer to', () => {
  const withModel = (model: string) => {
    const stack = newStack();
    const { knowledgeBaseId } = dataSourceInApp(stack, { model });
    return policiesWith([may('a:A', 'arn:1'), may('a:A', knowledgeBaseId)], true, stack).ids;
  };
  expect(withModel('cohere.embed-english-v3')).toEqual(withModel('cohere.embed-english-v3'));
  expect(withModel('cohere.embed-english-v3')).not.toEqual(withModel('cohere.embed-multilingual-v3'));
});

test('what a token stands for is the same whatever its number is', () => {
  const withParameter = (before: number) => {
    const stack = newStack();
    for (let index = 0; index < before; index++) void new CfnParameter(stack, `P${index}`).valueAsString;
    const { valueAsString } = new CfnParameter(stack, 'Name');
    return policiesWith([may('a:A', valueAsString), may('a:A', valueAsString)], true, stack).ids;
  };
  expect(withParameter(0)).toEqual(withParameter(3));
});

function expectedRole(stack: Stack): string {
  return Object.keys(Template.fromStack(stack).findResources('AWS::IAM::Role'))[0];
}
