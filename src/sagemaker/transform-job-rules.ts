import { INSTANCE_TYPE } from './training-instance-type';
import { dataProcessingRules } from './transform-data-processing';
import type { TransformJob } from './transform-job';
import type { TransformJobProps } from './transform-job-props';
import { volumeKeyRules } from './volume-key-rules';
import type { Request } from '../request-overrides';
import { DURATION, ENCRYPTION_KEY, ROLE } from '../validation/expected-value';
import { refusal, type Finding, mustBe } from '../validation/finding';
import { knownMembers, knownNumber } from '../validation/known-value';
import { requireOptions, requireValues } from '../validation/property-check';

/** The largest payload of a request, and of all requests that an instance gets at the same time. */
const LARGEST_PAYLOAD_MB = 100;
const MOST_INSTANCES = 100;

/** Checks that the properties of a job are what they should be, before anything is made of them. */
export function checkValues(job: TransformJob, props: TransformJobProps): void {
  requireValues(job, props, {
    modelName: { mark: 'length', allowed: 'the name of a model, for example CfnModel.attrModelName', required: true },
    input: { mark: '_bind', allowed: 'the input of the job, for example TransformInput.fromBucket()', required: true },
    instanceType: { ...INSTANCE_TYPE, required: true },
    maxPayload: { mark: 'toMebibytes', allowed: 'a size, for example Size.mebibytes()' },
    invocationsTimeout: { ...DURATION, allowed: 'a duration, for example Duration.minutes()' },
    modelRole: ROLE,
    volumeEncryptionKey: ENCRYPTION_KEY,
  });
  for (const member of ['dataCapture', 'experiment'] as const) requireOptions(job, member, props[member]);
}

/** What the request of a transform job must be besides what the service's model says. */
export function* transformJobRules(request: Request): Iterable<Finding> {
  const resources = knownMembers(request, 'TransformResources') ?? {};
  const instances = knownNumber(resources.InstanceCount);
  if (instances !== undefined && instances > MOST_INSTANCES) {
    const member = { property: 'instanceCount', api: 'TransformResources.InstanceCount' };
    yield mustBe(member, `at most ${MOST_INSTANCES}`, instances);
  }
  yield* volumeKeyRules(resources);
  yield* payloadRules(request);
  yield* dataProcessingRules(request);
}

/** How much a model gets at once. */
function* payloadRules(request: Request): Iterable<Finding> {
  const concurrent = knownNumber(request.MaxConcurrentTransforms);
  const payload = knownNumber(request.MaxPayloadInMB);
  if (payload !== undefined && payload > LARGEST_PAYLOAD_MB) {
    yield mustBe({ property: 'maxPayload', api: 'MaxPayloadInMB' }, `at most ${LARGEST_PAYLOAD_MB} MB`, payload);
  } else if (concurrent !== undefined && payload !== undefined && concurrent * payload > LARGEST_PAYLOAD_MB) {
    yield refusal(
      `'maxConcurrentTransforms' times 'maxPayload' must be at most ${LARGEST_PAYLOAD_MB} MB, got ${concurrent} times ${payload} MB`,
    );
  }
}
