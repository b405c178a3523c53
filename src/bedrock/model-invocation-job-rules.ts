import { Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { ModelInvocationJob, ModelInvocationJobProps } from './model-invocation-job';
import { ModelInvocationType } from './model-invocation-type';
import { LONGEST_S3_URI, S3_URI } from './s3-uri';
import type { Request } from '../request-overrides';
import { inconsistent, invalid } from '../validation/invalid';
import { objectAt, requireNumber, requireShare, requireText, requireValues } from '../validation/request-check';

/** The time-outs that the service takes, in hours. */
const SHORTEST_TIMEOUT_HOURS = 24;
export const LONGEST_TIMEOUT_HOURS = 168;

/** The API's own pattern in other words: as it is written there, a long name that does not match takes for ever. */
const NAME = /^[a-zA-Z0-9][a-zA-Z0-9+\-.]*$/;
const ACCOUNT = /^\d{12}$/;
const JOB_ARN = /^arn:aws[a-z-]*:bedrock:[a-z0-9-]+:\d{12}:model-invocation-job\/[a-z0-9]{12}$/;

/** Checks that the properties of a job are what they should be, before anything is made of them. */
export function checkValues(job: ModelInvocationJob, props: ModelInvocationJobProps): void {
  requireValues(job, props, {
    input: { mark: 'bind', allowed: 'the input of the job, as by BatchInferenceInput.fromAsset()', required: true },
    model: { mark: 'bind', allowed: 'a model, as by BatchInferenceModel.foundationModel()', required: true },
    timeout: { mark: 'toHours', allowed: 'a duration, as by Duration.hours()' },
  });
  const types: string[] = Object.values(ModelInvocationType);
  if (props.modelInvocationType !== undefined && !types.includes(props.modelInvocationType)) {
    throw invalid(job, 'modelInvocationType', `one of ${types.join(', ')}`, props.modelInvocationType);
  }
  requireNumber(job, 'maxErrorRecords', props.maxErrorRecords, { min: 0 });
  requireShare(job, 'maxErrorShare', props.maxErrorShare);
  requireText(job, 'outputBucketOwner', props.outputBucketOwner, {
    min: 12,
    max: 12,
    pattern: ACCOUNT,
    describe: 'the digits of an account',
  });
  if (props.waitForCompletion !== false) return;
  for (const member of ['acceptPartialCompletion', 'maxErrorRecords', 'maxErrorShare'] as const) {
    if (props[member] === undefined) continue;
    throw inconsistent(
      job,
      `'${member}' must not be given where 'waitForCompletion' is false: nobody sees how the job ends`,
    );
  }
}

/** Checks the request of a batch inference job as it will be sent, overrides included. */
export function checkModelInvocationJob(
  job: ModelInvocationJob,
  props: ModelInvocationJobProps,
  request: Request,
): void {
  requireText(job, 'modelInvocationJobName', props.modelInvocationJobName, {
    min: 1,
    max: 63,
    pattern: NAME,
    describe: 'letters, digits, hyphens, plus signs and dots, beginning with a letter or digit',
  });
  requireNumber(job, 'timeout (timeoutDurationInHours)', request.timeoutDurationInHours as number, {
    min: SHORTEST_TIMEOUT_HOURS,
    max: LONGEST_TIMEOUT_HOURS,
  });
  const input = objectAt(job, request, 'inputDataConfig', 's3InputDataConfig');
  const output = objectAt(job, request, 'outputDataConfig', 's3OutputDataConfig');
  requireUri(job, 'input (inputDataConfig.s3InputDataConfig.s3Uri)', input.s3Uri);
  requireUri(job, 'outputPrefix (outputDataConfig.s3OutputDataConfig.s3Uri)', output.s3Uri);
}

/** Checks the ARN of a job that was made elsewhere. */
export function requireJobArn(construct: IConstruct, arn: string): void {
  if (Token.isUnresolved(arn) || JOB_ARN.test(arn)) return;
  throw invalid(construct, 'modelInvocationJobArn', 'the ARN of a batch inference job', arn);
}

function requireUri(job: ModelInvocationJob, member: string, uri: unknown): void {
  requireText(job, member, withoutTokens(uri), {
    min: 1,
    max: LONGEST_S3_URI,
    pattern: S3_URI,
    describe: "an S3 URI whose key has no other characters than letters, digits and -!_*'()., between single slashes",
  });
}

/** A URI with a token in its bucket is checked for what is known: its key. */
function withoutTokens(uri: unknown): string | undefined {
  if (typeof uri !== 'string') return undefined;
  return uri.replace(/^s3:\/\/\$\{Token\[[^\]]*\]\}/, 's3://bucket');
}
