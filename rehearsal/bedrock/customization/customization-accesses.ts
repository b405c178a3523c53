import { dataUris } from './customization-data';
import type { Supposition } from '../../../unconfirmed/supposition';
import { accessesTo, type Access } from '../../iam/access';
import { bucketAccesses, inFolder, objectAccesses, type ObjectPlace } from '../../iam/object-accesses';
import { orFailed, type RoleAccess } from '../../iam/role-access';
import { asJsonObject, type JsonObject } from '../../json-value';
import { networkAccesses } from '../batch-accesses';
import type { JobId } from '../bedrock-jobs';
import { customModelKeyAccesses } from './custom-model-key';
import { isProfile, modelAccesses } from '../model-accesses';

const JOB_TAG = 'BedrockModelCustomizationJobArn';

/**
 * What Bedrock does with the role of a model customization job.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/custom-model-job-access-security.html
 */
export function customizationAccesses(
  job: JobId & { readonly request: JsonObject },
  place: ObjectPlace,
  supposition: Supposition,
): RoleAccess[] {
  const { request, id } = job;
  const output = String(asJsonObject(request.outputDataConfig).s3Uri);
  const results = `${output.replace(/\/$/, '')}/model-customization-job-${id}/`;
  return orFailed(
    [
      ...dataUris(request).flatMap((uri) => readAccesses(place, uri)),
      ...logAccesses(place, request),
      ...bucketAccesses(place, output),
      ...objectAccesses(place, {
        uri: inFolder(results, 'training_artifacts/step_wise_training_metrics.csv'),
        actions: ['s3:PutObject', 's3:GetObject'],
      }),
      ...customModelKeyAccesses(
        { who: 'role', purpose: 'make', keyId: request.customModelKmsKeyId },
        place,
        supposition,
      ),
      ...helperAccesses(asJsonObject(request.customizationConfig), place),
      ...networkAccesses(job, place, JOB_TAG),
    ],
    ({ message }) => message,
  );
}

function readAccesses(place: ObjectPlace, uri: string): Access[] {
  return [...bucketAccesses(place, uri), ...objectAccesses(place, { uri, actions: ['s3:GetObject'] })];
}

function logAccesses(place: ObjectPlace, { trainingDataConfig }: JsonObject): Access[] {
  const { invocationLogsConfig } = asJsonObject(trainingDataConfig);
  if (invocationLogsConfig === undefined) return [];
  const { s3Uri } = asJsonObject(asJsonObject(invocationLogsConfig).invocationLogSource);
  // always a folder, with or without a slash at its end
  return readAccesses(place, `${String(s3Uri).replace(/\/?$/, '/')}AWSLogs/log.json.gz`);
}

/** What helps the model to learn: a teacher behind a profile, or a function that grades. */
function helperAccesses({ distillationConfig, rftConfig }: JsonObject, { owner }: ObjectPlace): Access[] {
  const { teacherModelIdentifier: teacher } = asJsonObject(asJsonObject(distillationConfig).teacherModelConfig);
  const { lambdaArn } = asJsonObject(asJsonObject(asJsonObject(rftConfig).graderConfig).lambdaGrader);
  return [
    ...(typeof teacher === 'string' && isProfile(teacher) ? modelAccesses('bedrock:InvokeModel', teacher, owner) : []),
    ...(typeof lambdaArn === 'string' ? accessesTo(lambdaArn, ['lambda:InvokeFunction']) : []),
  ];
}
