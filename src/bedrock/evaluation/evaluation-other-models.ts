import type * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { allow, type CalledModel, CALLS_MODEL } from './evaluation-model-access';
import type { BoundSource } from './evaluation-source-binding';
import type { MemberName } from '../../validation/finding';
import { requireValue } from '../../validation/property-check';
import { partsOf, UNKNOWN } from '../../validation/text-parts';
import { allModelsArn } from '../bedrock-arn';
import type { IModelImportJob } from '../import/model-import-job-reference';
import { allowUseOfModel } from '../made-model-key';
import { requireModelArn } from '../model-arn-check';

/** What a job's role reads of a model besides calling it, by what the model is in its ARN. */
const READS: { readonly [type: string]: string } = {
  'provisioned-model': 'bedrock:GetProvisionedModelThroughput',
  'imported-model': 'bedrock:GetImportedModel',
  'prompt-router': 'bedrock:GetPromptRouter',
  'default-prompt-router': 'bedrock:GetPromptRouter',
};

const ALLOWED =
  'the ARN of a provisioned or an imported model, of a prompt router, or of an endpoint of SageMaker, for others have their own functions';
/** The ARN of an endpoint of SageMaker, as far as it is known. */
const ENDPOINT = /^arn:aws[a-z-]*:sagemaker:.*:endpoint\//;

/** Lets a role call the model that an import job has made. */
export function callImportedModel(
  scope: Construct,
  role: iam.IRole,
  { property }: MemberName,
  job: IModelImportJob,
): CalledModel & Pick<BoundSource, 'calls'> {
  const allowed = 'a model import job, for example ModelImportJob.fromModelImportJobArn()';
  requireValue(scope, property, job, { mark: 'importedModelArn', allowed, required: true });
  const { importedModelArn: arn, importedModelEncryptionKey } = job;
  const all = allModelsArn(scope, 'imported-model');
  // a role of somebody else's may be that of the import, too, which would wait for itself
  const isOwn = role.node.scope === scope;
  allow(role, [...CALLS_MODEL, READS['imported-model']], [isOwn ? arn : all]);
  const calls = allowUseOfModel(scope, role, importedModelEncryptionKey);
  return { modelIdentifier: arn, arn, modelArns: [all], calls };
}

/** Lets a role call what an ARN is of. */
export function callModelByArn(scope: Construct, role: iam.IRole, member: MemberName, arn: string): CalledModel {
  const called = { modelIdentifier: arn, arn, modelArns: [arn] };
  if (typeof arn === 'string' && ENDPOINT.test(textOf(arn))) {
    allow(role, ['sagemaker:InvokeEndpoint'], [arn]);
    return { ...called, modelArns: [] };
  }
  requireModelArn(scope, arn, Object.keys(READS), ALLOWED, member);
  const known = Object.keys(READS).find((type) => textOf(arn).includes(`:${type}/`));
  const reads = known === undefined ? [...new Set(Object.values(READS))] : [READS[known]];
  allow(role, [...CALLS_MODEL, ...reads], [arn]);
  return called;
}

/** What is known of a text. */
function textOf(text: string): string {
  return partsOf(text)
    .map((part) => (part === UNKNOWN ? '' : part))
    .join('');
}
