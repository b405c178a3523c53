import { Stack } from 'aws-cdk-lib';
import type { FoundationModelIdentifier } from 'aws-cdk-lib/aws-bedrock';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { MemberName } from '../../validation/finding';
import { requireString } from '../../validation/property-check';
import { bedrockArn, foundationModelArn } from '../bedrock-arn';
import { foundationModelId } from '../foundation-model-id';
import { allowInvoke, requireRegions } from '../inference-profile-access';
import { systemProfileTarget } from '../system-profile-target';

/** A model that an evaluation calls, to be judged or to judge. */
export interface CalledModel {
  /** What the request calls it. */
  readonly modelIdentifier: string;
  /** Its ARN, or that of the profile that leads to it. */
  readonly arn: string;
  /** The ARNs of everything that the creator of the job must be allowed to create it with. */
  readonly modelArns: string[];
}

/**
 * What a job's role may do with each model: an evaluation calls it prompt by prompt, or has a batch inference job do so.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/judge-service-roles.html
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/automatic-service-roles.html
 */
export const CALLS_MODEL = [
  'bedrock:InvokeModel',
  'bedrock:InvokeModelWithResponseStream',
  'bedrock:CreateModelInvocationJob',
  'bedrock:StopModelInvocationJob',
];

const PROFILE = "the id of a system-defined inference profile, such as 'us.amazon.nova-lite-v1:0'";

/** Lets a role call a foundation model in the Region of the stack. */
export function callFoundationModel(
  scope: Construct,
  role: iam.IRole,
  { property }: MemberName,
  identifier: FoundationModelIdentifier,
): CalledModel {
  const modelIdentifier = foundationModelId(
    scope,
    property,
    identifier,
    '; that of an inference profile belongs in inferenceProfile()',
  );
  const arn = foundationModelArn(scope, modelIdentifier, Stack.of(scope).region);
  allow(role, CALLS_MODEL, [arn]);
  return { modelIdentifier, arn, modelArns: [arn] };
}

/** Lets a role call a cross-Region inference profile, and the models behind it. */
export function callInferenceProfile(
  scope: Construct,
  role: iam.IRole,
  member: MemberName,
  id: string,
  regions?: string[],
): CalledModel {
  const { property } = member;
  requireString(scope, property, id, { required: true });
  requireRegions(scope, `${property}.regions`, regions);
  const target = systemProfileTarget(scope, id, regions, { member, allowed: PROFILE });
  const arn = bedrockArn(scope, 'inference-profile', id);
  if (!target) return { modelIdentifier: id, arn, modelArns: [] };
  return callProfile(scope, role, { modelIdentifier: id, arn }, [target.foundationModelId], target.regions);
}

/** Lets a role call a profile, and foundation models behind it in some Regions. */
export function callProfile(
  scope: Construct,
  role: iam.IRole,
  profile: Omit<CalledModel, 'modelArns'>,
  modelIds: string[],
  regions: string[],
): CalledModel {
  const modelArns = allowInvoke(scope, role, profile.arn, modelIds, regions, CALLS_MODEL);
  allow(role, ['bedrock:GetInferenceProfile'], [profile.arn]);
  return { ...profile, modelArns };
}

/** Adds a statement to a job's role. */
export function allow(role: iam.IRole, actions: string[], resources: string[]): void {
  role.addToPrincipalPolicy(new iam.PolicyStatement({ actions, resources }));
}
