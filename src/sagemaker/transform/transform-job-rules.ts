import type { IConstruct } from 'constructs';
import { closedFeatureRules } from '../closed-features';
import { DEFAULT_PAYLOAD_MB } from '../data-file/payload-limit';
import { INSTANCE_TYPE } from '../ml-instance-type';
import { dataProcessingRules } from './transform-data-processing';
import { transformInputRules } from './transform-input-rules';
import type { TransformJobProps } from './transform-job-props';
import type { Request } from '../../job/request-overrides';
import { exactlyOne } from '../../validation/exactly-one';
import { DURATION, ENCRYPTION_KEY, ROLE } from '../../validation/expected-value';
import { beyondLimit, type Finding, refusal } from '../../validation/finding';
import { knownMembers, knownNumber } from '../../validation/known-value';
import { optionsRules, requireNone, valuesRules } from '../../validation/property-check';
import { volumeKeyRules } from '../volume-key-rules';

/** The largest payload of a request, and of all requests that an instance gets at the same time. */
const LARGEST_PAYLOAD_MB = 100;
const MOST_INSTANCES = 100;

/** Checks that the properties of a job are what they should be, before anything is made of them. */
export function checkValues(job: IConstruct, props: TransformJobProps): void {
  requireNone(job, propertyRules(props));
}

function* propertyRules(props: TransformJobProps): Iterable<Finding> {
  yield* valuesRules(props, {
    model: { mark: 'modelRef', allowed: 'a model, for example a CfnModel, or what createModel() of a job returns' },
    modelName: { mark: 'length', allowed: 'the name of a model, for example CfnModel.attrModelName' },
    input: { mark: '_bind', allowed: 'the input of the job, for example TransformInput.fromBucket()', required: true },
    instanceType: { ...INSTANCE_TYPE, required: true },
    maxPayload: { mark: 'toMebibytes', allowed: 'a size, for example Size.mebibytes()' },
    invocationsTimeout: { ...DURATION, allowed: 'a duration, for example Duration.minutes()' },
    modelRole: ROLE,
    volumeEncryptionKey: ENCRYPTION_KEY,
  });
  yield* exactlyOne({ ...props }, { model: 'a resource', modelName: 'the name of one' });
  for (const member of ['dataCapture', 'experiment'] as const) yield* optionsRules(member, props[member]);
}

/** What the request of a transform job must be besides what the service's model says. */
export function* transformJobRules(request: Request): Iterable<Finding> {
  const resources = knownMembers(request, 'TransformResources') ?? {};
  const instances = knownNumber(resources.InstanceCount);
  if (instances !== undefined && instances > MOST_INSTANCES) {
    const member = { property: 'instanceCount', api: 'TransformResources.InstanceCount' };
    yield beyondLimit(member, `a whole number from 1 to ${MOST_INSTANCES}`, instances);
  }
  yield* volumeKeyRules('TransformResources', resources);
  yield* payloadRules(request);
  yield* dataProcessingRules(request);
  yield* transformInputRules(request);
  yield* closedFeatureRules(request);
}

/** How much a model gets at once. */
function* payloadRules(request: Request): Iterable<Finding> {
  const concurrent = knownNumber(request.MaxConcurrentTransforms);
  const payload = request.MaxPayloadInMB === undefined ? DEFAULT_PAYLOAD_MB : knownNumber(request.MaxPayloadInMB);
  if (payload !== undefined && payload > LARGEST_PAYLOAD_MB) {
    yield beyondLimit(
      { property: 'maxPayload', api: 'MaxPayloadInMB' },
      `a whole number from 0 to ${LARGEST_PAYLOAD_MB} (MB)`,
      payload,
    );
  } else if (concurrent !== undefined && payload !== undefined && concurrent * payload > LARGEST_PAYLOAD_MB) {
    const member = { property: 'maxConcurrentTransforms', api: 'MaxConcurrentTransforms' };
    const text = `must be at most ${LARGEST_PAYLOAD_MB} MB when multiplied with 'maxPayload' (MaxPayloadInMB), got ${concurrent} times ${payload} MB`;
    yield { ...refusal(member, text), isLimit: true };
  }
}
