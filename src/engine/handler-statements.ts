import * as iam from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import type { JobDefinition, JobRoleDefinition } from '../job/job-definition';
import { acknowledgeWildcard } from '../nag-acknowledgment';

/** Says why a job may be created on models wherever they are, or whichever they are. */
export function acknowledgeModels(policy: IConstruct, arns: readonly string[]): void {
  for (const arn of arns.filter((each) => each.includes('*'))) {
    const because = arn.endsWith(':custom-model/*')
      ? 'The service chooses the ids of custom models; nothing is known of them beforehand.'
      : 'A model, in all Regions of an inference profile.';
    acknowledgeWildcard(policy, arn, because);
  }
}

export function passRole({ servicePrincipal }: JobRoleDefinition, arn: string): iam.PolicyStatement {
  return new iam.PolicyStatement({
    actions: ['iam:PassRole'],
    resources: [arn],
    conditions: { StringEquals: { 'iam:PassedToService': servicePrincipal } },
  });
}

/** Calls on jobs of a kind. */
export function calls(
  { service }: JobDefinition,
  actions: readonly string[],
  resources: string[],
): iam.PolicyStatement {
  return new iam.PolicyStatement({ actions: actions.map((action) => `${service}:${action}`), resources });
}

/** The call that creates a job, on what else than jobs it is checked against. */
export function create({ service, createAction }: JobDefinition, resources: readonly string[]): iam.PolicyStatement {
  return new iam.PolicyStatement({ actions: [`${service}:${createAction}`], resources: [...resources] });
}
