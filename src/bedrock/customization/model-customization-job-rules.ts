import type { IConstruct } from 'constructs';
import { hyperparameterRules } from './hyperparameter-rules';
import type { ModelCustomizationJobProps } from './model-customization-job-props';
import type { Request } from '../../job/request-overrides';
import { exactlyOne } from '../../validation/exactly-one';
import { ENCRYPTION_KEY } from '../../validation/expected-value';
import { type Finding, refusal, warning } from '../../validation/finding';
import { knownMembers, knownText } from '../../validation/known-value';
import { requireList, requireNone, requireValue, valuesRules } from '../../validation/property-check';
import { modelRemovalRules } from '../model-removal-rules';

const DATA = { mark: 'bind', allowed: 'data, for example CustomizationData.fromAsset()', required: true };

/** Checks that the properties of a job are what they should be, before anything is made of them. */
export function checkValues(job: IConstruct, props: ModelCustomizationJobProps): void {
  requireNone(job, propertyRules(props));
  requireList(job, 'validationData', props.validationData);
  props.validationData?.forEach((data, index) => requireValue(job, `validationData[${index}]`, data, DATA));
}

function* propertyRules(props: ModelCustomizationJobProps): Iterable<Finding> {
  yield* valuesRules(props, {
    baseModel: {
      mark: 'bind',
      allowed: 'a model, for example CustomizationBaseModel.foundationModel()',
      required: true,
    },
    customization: { mark: 'bind', allowed: 'a customization, for example ModelCustomization.fineTuning()' },
    trainingData: DATA,
    customModelEncryptionKey: ENCRYPTION_KEY,
  });
  if (props.outputBucket !== undefined && props.outputEncryptionKey !== undefined) {
    yield refusal('outputEncryptionKey', "must not be given with 'outputBucket', which says how it is encrypted");
  }
  yield* modelRemovalRules('customModelRemovalPolicy', props.customModelRemovalPolicy);
}

/** The member of `customizationConfig` that a customization has, and what makes it. */
const CONFIGS: { readonly [type: string]: readonly [member: string, maker: string] } = {
  DISTILLATION: ['distillationConfig', 'ModelCustomization.distillation()'],
  REINFORCEMENT_FINE_TUNING: ['rftConfig', 'ModelCustomization.reinforcementFineTuning()'],
};

/** Those of which AWS's pages say that they learn from logs of invocations. */
const FROM_LOGS = Object.keys(CONFIGS);

/**
 * What the request of a model customization job must be besides what the service's model says.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_CreateModelCustomizationJob.html
 */
export function* modelCustomizationJobRules(request: Request): Iterable<Finding> {
  const data = knownMembers(request, 'trainingDataConfig');
  if (data !== undefined) {
    yield* exactlyOne(data, {
      s3Uri: 'CustomizationData.fromAsset() or fromBucket()',
      invocationLogsConfig: 'CustomizationData.fromInvocationLogs()',
    });
  }
  const type = request.customizationType === undefined ? 'FINE_TUNING' : knownText(request.customizationType);
  if (type === undefined) return;
  if (data?.invocationLogsConfig !== undefined && !FROM_LOGS.includes(type)) {
    const text = `are logs of invocations, from which distillation and reinforcement fine-tuning learn: give a file, got the customization ${type}`;
    yield warning('trainingLogs', { property: 'trainingData', api: 'trainingDataConfig.invocationLogsConfig' }, text);
  }
  if (type === 'FINE_TUNING') yield* hyperparameterRules(request);
  yield* configRules(type, knownMembers(request, 'customizationConfig'));
}

/** Finds out that the configuration which a customization needs is missing, or that there is one of another customization. */
function* configRules(type: string, config: ReturnType<typeof knownMembers>): Iterable<Finding> {
  if (config === undefined) return;
  const own = CONFIGS[type] as (typeof CONFIGS)[string] | undefined;
  if (own && Object.keys(config).length === 0) {
    yield refusal(
      { property: 'customization', api: `customizationConfig.${own[0]}` },
      `must be given for the customization ${type}: ${own[1]} makes it`,
    );
  }
  for (const [otherType, [member, maker]] of Object.entries(CONFIGS)) {
    if (otherType === type || config[member] === undefined) continue;
    const text = `must be left out for the customization ${type}: it belongs to ${otherType}, which ${maker} makes`;
    yield refusal({ property: 'customization', api: `customizationConfig.${member}` }, text);
  }
}
