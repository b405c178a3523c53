import { RemovalPolicy } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { allModelsArn } from './bedrock-arn';
import { MAKES_MODEL, throughBedrock } from './made-model-key';
import { requireKey } from '../access/bucket-check';

/** How the service's actions call the models that jobs make, by how ARNs do. */
const NOUNS = { 'custom-model': 'CustomModel', 'imported-model': 'ImportedModel' } as const;

/** The model that a job makes. */
export interface MadeModel {
  readonly type: keyof typeof NOUNS;
  /** What becomes of it with its job. */
  readonly policy?: RemovalPolicy;
  /** The key that encrypts it. */
  readonly key?: IKey;
}

/** What whoever makes a job does with the model that the job makes. */
export function* callsOnMadeModel(job: Construct, { type, key }: MadeModel): Iterable<iam.PolicyStatement> {
  for (const action of [`bedrock:Get${NOUNS[type]}`, 'bedrock:TagResource']) {
    // a statement each: of those that several jobs share, a policy has one
    yield new iam.PolicyStatement({ actions: [action], resources: [allModelsArn(job, type)] });
  }
  if (key) yield throughBedrock(job, key, MAKES_MODEL);
}

/** What whoever deletes a job does with the model that the job has made. */
export function deletionsOfMadeModel(job: Construct, { type, policy }: MadeModel): iam.PolicyStatement[] {
  if (policy !== RemovalPolicy.DESTROY) return [];
  const actions = [`bedrock:Delete${NOUNS[type]}`];
  return [new iam.PolicyStatement({ actions, resources: [allModelsArn(job, type)] })];
}

/**
 * Lets the role of a job encrypt the model that the job makes: who uses the key AWS's page leaves open, this role, or whoever
 * makes the job. Returns what the request calls the key.
 */
export function keyOfMadeModel(job: Construct, role: iam.IRole, member: string, key?: IKey): string | undefined {
  requireKey(job, member, key);
  key?.grant(role, ...MAKES_MODEL);
  return key?.keyArn;
}
