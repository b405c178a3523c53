import type { IConstruct } from 'constructs';
import type { ModelInvocationJobProps } from './model-invocation-job-props';
import { JobWait } from '../job/job-wait';
import type { Request } from '../job/request-overrides';
import { DURATION } from '../validation/expected-value';
import { type Finding, type MemberName, mustBe } from '../validation/finding';
import { knownMembers } from '../validation/known-value';
import { numberRules, requireNone, shareRules, valuesRules } from '../validation/property-check';
import { partsOf, UNKNOWN } from '../validation/text-parts';
import { isUnknown } from '../validation/unknown-value';

/** The longest time-out that the service takes, in hours. */
export const LONGEST_TIMEOUT_HOURS = 168;

/** Checks that the properties of a job are what they should be, before anything is made of them. */
export function checkValues(job: IConstruct, props: ModelInvocationJobProps): void {
  requireNone(job, propertyRules(props));
}

function* propertyRules(props: ModelInvocationJobProps): Iterable<Finding> {
  yield* valuesRules(props, {
    input: {
      mark: 'bind',
      allowed: 'the input of the job, for example BatchInferenceInput.fromAsset()',
      required: true,
    },
    model: { mark: 'bind', allowed: 'a model, for example BatchInferenceModel.foundationModel()', required: true },
    timeout: DURATION,
  });
  yield* numberRules('maxErrorRecords', props.maxErrorRecords, { min: 0 });
  yield* shareRules('maxErrorShare', props.maxErrorShare);
  yield* JobWait.endRules(props, ['acceptPartialCompletion', 'maxErrorRecords', 'maxErrorShare']);
}

/** What the request of a batch inference job must be besides what the service's model says. */
export function* modelInvocationJobRules(request: Request): Iterable<Finding> {
  const input = knownMembers(request, 'inputDataConfig', 's3InputDataConfig')?.s3Uri;
  const output = knownMembers(request, 'outputDataConfig', 's3OutputDataConfig')?.s3Uri;
  yield* uriRule({ property: 'input', api: 'inputDataConfig.s3InputDataConfig.s3Uri' }, input);
  yield* uriRule({ property: 'outputPrefix', api: 'outputDataConfig.s3OutputDataConfig.s3Uri' }, output);
}

/** Of a URI that is known in parts, the model says which characters these may have, not in which order. */
function* uriRule(member: MemberName, uri: unknown): Iterable<Finding> {
  if (typeof uri !== 'string' || !isUnknown(uri)) return;
  const parts = partsOf(uri).map((part) => (part === UNKNOWN ? 'unknown' : part));
  if (!/[^:]\/\//.test(parts.join(''))) return;
  yield mustBe(member, 'an S3 URI whose key has single slashes only', uri);
}
