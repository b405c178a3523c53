import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import { textInTemplate } from '../text-in-template';

/** What a reference comes to at most: a name within an ARN, or a whole ARN of a role, a job or a key. */
const LONGEST_NAME = 64;
const LONGEST_ARN = 140;

/** The same of what each template may refer to: `aws-us-gov`, and Regions such as `ap-southeast-2`, with room for longer ones. */
const LONGEST_PSEUDO: { readonly [reference: string]: number } = {
  '<AWS::Partition>': 10,
  '<AWS::Region>': 16,
  '<AWS::AccountId>': 12,
};

/** How many characters IAM counts of a policy without statements. */
export const EMPTY_POLICY_LENGTH = '{"Version":"2012-10-17","Statement":[]}'.length;

/** How many characters IAM counts of a statement, and of the comma behind it, at most: with a list of resources, be it for one. */
export function lengthOfStatement(scope: IConstruct, statement: PolicyStatement): number {
  return lengthOfText(scope, JSON.stringify(statement.toStatementJson())) + '[],'.length;
}

/** The same of an ARN among others, with its quotation marks. */
export function lengthOfResource(scope: IConstruct, arn: string): number {
  return lengthOfText(scope, JSON.stringify(arn)) + ','.length;
}

function lengthOfText(scope: IConstruct, text: string): number {
  return textInTemplate(scope, text).replace(/"<[^<>]*>"|<[^<>]*>/g, (reference) => {
    const longest = reference.startsWith('"') ? LONGEST_ARN + '""'.length : (LONGEST_PSEUDO[reference] ?? LONGEST_NAME);
    return 'x'.repeat(longest);
  }).length;
}
