import { datasetsIn, knowledgeBasesIn, modelsIn, outputOf } from './evaluation-request';
import { arnIn } from '../../environment';
import { accessesTo, type Access } from '../../iam/access';
import { bucketAccesses, inFolder, objectAccesses, type ObjectPlace } from '../../iam/object-accesses';
import { orFailed, type RoleAccess } from '../../iam/role-access';
import type { JsonObject, JsonValue } from '../../json-value';
import type { JobId } from '../bedrock-jobs';
import { isProfile, modelAccesses } from '../model-accesses';

/** What is done with a model that answers or judges, besides calling it by a batch inference job that somebody else runs. */
const CALLS = [
  'bedrock:InvokeModel',
  'bedrock:InvokeModelWithResponseStream',
  'bedrock:CreateModelInvocationJob',
  'bedrock:StopModelInvocationJob',
];

/** What is read of a model, by what it is in its ARN. */
const READS: Readonly<Record<string, string>> = {
  'provisioned-model': 'bedrock:GetProvisionedModelThroughput',
  'imported-model': 'bedrock:GetImportedModel',
  'prompt-router': 'bedrock:GetPromptRouter',
  'default-prompt-router': 'bedrock:GetPromptRouter',
};

const USES_KEY = ['kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKey'];

/**
 * What Bedrock does with the role of an evaluation job.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/automatic-service-roles.html
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/judge-service-roles.html
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/rag-eval-service-roles.html
 */
export function evaluationAccesses(
  { request, id }: JobId & { readonly request: JsonObject },
  place: ObjectPlace,
): RoleAccess[] {
  const output = outputOf(request);
  const results = `${output.replace(/\/$/, '')}/${String(request.jobName)}/${id}/`;
  const [bucket] = bucketAccesses(place, output);
  return orFailed(
    [
      ...modelsIn(request).flatMap((model) => callAccesses(model, place)),
      ...knowledgeBasesIn(request).flatMap(({ id: base, model }) =>
        accessesTo(arnIn(place.owner, 'bedrock', `knowledge-base/${base}`), [
          'bedrock:Retrieve',
          ...(model === undefined ? [] : ['bedrock:RetrieveAndGenerate']),
        ]),
      ),
      ...datasetsIn(request).flatMap(({ uri }) =>
        uri === undefined
          ? []
          : [...bucketAccesses(place, uri), ...objectAccesses(place, { uri, actions: ['s3:GetObject'] })],
      ),
      ...bucketAccesses(place, output),
      { ...bucket, action: 's3:ListBucketMultipartUploads' },
      // that it may write at all, the service tries beside the folder of the job
      ...objectAccesses(place, { uri: inFolder(output, 'permission-check'), actions: ['s3:PutObject'] }),
      ...objectAccesses(place, {
        uri: inFolder(results, 'models/a/taskTypes/b/datasets/c/rehearsed_output.jsonl'),
        actions: ['s3:PutObject', 's3:GetObject', 's3:AbortMultipartUpload'],
      }),
      ...keyAccesses(request.customerEncryptionKeyId, place),
    ],
    ({ message }) => message,
  );
}

/** What is done with the key that encrypts what the service keeps: by the role, and by whoever makes the job. */
export function keyAccesses(
  keyId: JsonValue | undefined,
  { iam, owner }: { readonly iam?: ObjectPlace['iam']; readonly owner: ObjectPlace['owner'] },
): Access[] {
  const keyArn = keyArnOf(keyId, { iam, owner });
  return keyArn === undefined ? [] : accessesTo(keyArn, USES_KEY);
}

/** What the service does with it by itself, for a job. */
export function ownKeyAccesses(keyId: JsonValue | undefined, { arn }: JobId, { iam, owner }: ObjectPlace): Access[] {
  const keyArn = keyArnOf(keyId, { iam, owner });
  const context = {
    'kms:EncryptionContext:evaluationJobArn': arn,
    'aws:SourceArn': arn,
    'aws:SourceAccount': owner.account,
  };
  return keyArn === undefined ? [] : accessesTo(keyArn, USES_KEY, { context });
}

function keyArnOf(
  keyId: JsonValue | undefined,
  { iam, owner }: { readonly iam?: ObjectPlace['iam']; readonly owner: ObjectPlace['owner'] },
): string | undefined {
  if (typeof keyId !== 'string') return undefined;
  return iam ? iam.keyArn(keyId, owner) : keyId.startsWith('arn:') ? keyId : undefined;
}

function callAccesses(model: string, { owner }: ObjectPlace): Access[] {
  if (model.includes(':sagemaker:')) return accessesTo(model, ['sagemaker:InvokeEndpoint']);
  const [, type = ''] = /:([a-z-]+)\//.exec(model) ?? [];
  const profile = model.startsWith('arn:') ? model : arnIn(owner, 'bedrock', `inference-profile/${model}`);
  return [
    ...CALLS.flatMap((action) => modelAccesses(action, model, owner)),
    ...(isProfile(model) ? accessesTo(profile, ['bedrock:GetInferenceProfile']) : []),
    ...(type in READS ? accessesTo(model, [READS[type]]) : []),
  ];
}
