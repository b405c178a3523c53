import { CfnRole } from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import { resourceInApp } from '../resource-in-app';

/** The role of the app that an ARN refers to, be it through a role whose policies are kept elsewhere; or undefined. */
export function roleInApp(roleArn: unknown): CfnRole | undefined {
  return resourceInApp(roleArn, CfnRole);
}

/** The path of the construct that a person has made: not of the resource in it. */
export function pathOf({ node }: IConstruct): string {
  return node.path.replace(/\/Resource$/, '');
}
