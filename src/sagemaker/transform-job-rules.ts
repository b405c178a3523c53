import { Token } from 'aws-cdk-lib';
import { requireJobName } from './job-name-rule';
import { refusesVolumeKey } from './training-resources';
import { requireTexts } from './training-texts';
import { checkDataProcessing } from './transform-data-processing';
import type { TransformJob } from './transform-job';
import type { TransformJobProps } from './transform-job-props';
import type { Request } from '../request-overrides';
import { inconsistent } from '../validation/invalid';
import { objectAt, requireNumber, requireText, requireValues } from '../validation/request-check';

/** The largest payload of a request, and of all requests that an instance gets at the same time. */
const LARGEST_PAYLOAD_MB = 100;
const MOST_VARIABLES = 16;
const VARIABLE = {
  min: 1,
  max: 1024,
  pattern: /^[a-zA-Z_][a-zA-Z0-9_]*$/,
  describe: 'letters, digits and underscores, not beginning with a digit',
};

/** Checks that the properties of a job are what they should be, before anything is made of them. */
export function checkValues(job: TransformJob, props: TransformJobProps): void {
  requireValues(job, props, {
    modelName: { mark: 'length', allowed: 'the name of a model, as in CfnModel.attrModelName', required: true },
    input: { mark: '_bind', allowed: 'the input of the job, as by TransformInput.fromBucket()', required: true },
    instanceType: {
      mark: '_render',
      allowed: 'a type of instance, as in TrainingInstanceType.M5_XLARGE',
      required: true,
    },
    maxPayload: { mark: 'toMebibytes', allowed: 'a size, as by Size.mebibytes()' },
    invocationsTimeout: { mark: 'toSeconds', allowed: 'a duration, as by Duration.minutes()' },
  });
}

/** Checks the request of a transform job as it will be sent, overrides included. */
export function checkTransformJob(job: TransformJob, props: TransformJobProps, request: Request): void {
  requireJobName(job, props.transformJobName, 'transformJobName');
  requireText(job, 'modelName', request.ModelName as string, {
    min: 1,
    max: 63,
    pattern: /^[a-zA-Z0-9](-*[a-zA-Z0-9])*$/,
    describe: 'letters, digits and hyphens, beginning and ending with a letter or digit',
  });
  const input = objectAt(job, request, 'TransformInput');
  const { S3Uri } = objectAt(job, request, 'TransformInput', 'DataSource', 'S3DataSource');
  const output = objectAt(job, request, 'TransformOutput');
  const resources = objectAt(job, request, 'TransformResources');
  requireText(job, 'input (TransformInput.DataSource.S3DataSource.S3Uri)', S3Uri as string, { min: 1, max: 1024 });
  requireText(job, 'input.contentType', input.ContentType as string | undefined, { min: 0, max: 256 });
  requireText(job, 'accept', output.Accept as string | undefined, { min: 0, max: 256 });
  requireNumber(job, 'instanceCount', resources.InstanceCount as number, { min: 1, max: 100 });
  requireText(job, 'transformAmiVersion', resources.TransformAmiVersion as string | undefined, {
    min: 1,
    max: 63,
    pattern: /^[a-zA-Z0-9]+(-[a-zA-Z0-9]+)*$/,
    describe: 'letters and digits, with single hyphens between them',
  });
  if (refusesVolumeKey(resources)) {
    throw inconsistent(
      job,
      "'volumeEncryptionKey' must not be given for an instance with storage of its own, which is encrypted by the instance",
    );
  }
  checkRequests(job, request);
  requireTexts(job, 'environment', request.Environment, MOST_VARIABLES, {
    key: VARIABLE,
    value: { min: 0, max: 10_240 },
  });
  if (request.DataProcessing !== undefined) {
    checkDataProcessing(job, objectAt(job, request, 'DataProcessing'), input, output);
  }
}

/** How the model is called. */
function checkRequests(job: TransformJob, request: Request): void {
  const client = request.ModelClientConfig === undefined ? {} : objectAt(job, request, 'ModelClientConfig');
  const { InvocationsTimeoutInSeconds: timeout, InvocationsMaxRetries: retries } = client;
  const { MaxConcurrentTransforms: concurrent, MaxPayloadInMB: payload } = request as {
    MaxConcurrentTransforms?: number;
    MaxPayloadInMB?: number;
  };
  requireNumber(job, 'invocationsTimeout (in seconds)', timeout as number | undefined, { min: 1, max: 3600 });
  requireNumber(job, 'invocationsMaxRetries', retries as number | undefined, { min: 0, max: 3 });
  requireNumber(job, 'maxConcurrentTransforms', concurrent, { min: 0 });
  requireNumber(job, 'maxPayload (in MB)', payload, { min: 0, max: LARGEST_PAYLOAD_MB });
  if (concurrent === undefined || payload === undefined) return;
  if (Token.isUnresolved(concurrent) || Token.isUnresolved(payload)) return;
  if (concurrent * payload <= LARGEST_PAYLOAD_MB) return;
  throw inconsistent(
    job,
    `'maxConcurrentTransforms' times 'maxPayload' must be at most ${LARGEST_PAYLOAD_MB} MB, got ${concurrent} times ${payload} MB`,
  );
}
