import type { IConstruct } from 'constructs';
import type { OptimizationJobProps } from './optimization-job-props';
import { techniqueRules } from './optimization-technique-rules';
import type { Request } from '../../job/request-overrides';
import { exactlyOne } from '../../validation/exactly-one';
import { DURATION } from '../../validation/expected-value';
import { beyondLimit, type Finding, type MemberName, refusal, warning } from '../../validation/finding';
import { known, knownItems, knownMembers, knownNumber } from '../../validation/known-value';
import { isOpen } from '../../validation/open-value';
import { requireList, requireOptions, requireValue, requireValues } from '../../validation/property-check';
import { partsOf, UNKNOWN } from '../../validation/text-parts';
import { INSTANCE_TYPE } from '../ml-instance-type';
import { s3UriRules } from '../s3-uri-rules';
import { LONGEST_RUNTIME } from '../training/training-job-rules';

const OPTIMIZATION = { mark: '_bind', allowed: 'a technique, for example Optimization.quantization()', required: true };
const MODEL: MemberName = { property: 'model', api: 'ModelSource.S3.S3Uri' };
const EULA: MemberName = { property: 'model.acceptEula', api: 'ModelSource.S3.ModelAccessConfig' };

/** Where SageMaker JumpStart keeps the models whose licences are to be accepted. */
const GATED = /^s3:\/\/jumpstart-private-cache-prod-/;

/** Checks that the properties of a job are what they should be, before anything is made of them. */
export function checkOptimizationValues(job: IConstruct, props: OptimizationJobProps): void {
  requireValues(job, props, {
    model: { mark: 'bind', allowed: 'a model, for example OptimizationModel.fromBucket()', required: true },
    deploymentInstanceType: { ...INSTANCE_TYPE, required: true },
    maxRuntime: { ...DURATION, allowed: 'a duration, for example Duration.hours()' },
    maxPendingTime: DURATION,
  });
  requireOptions(job, 'environment', props.environment);
  requireValue(job, 'optimizations', props.optimizations, {
    mark: 'length',
    allowed: 'a list of techniques, for example [Optimization.quantization()]',
    required: true,
  });
  requireList(job, 'optimizations', props.optimizations);
  props.optimizations.forEach((each, index) => requireValue(job, `optimizations[${index}]`, each, OPTIMIZATION));
}

/** What the request of an optimization job must be besides what the service's model says. */
export function* optimizationJobRules(request: Request): Iterable<Finding> {
  yield* sourceRules(request);
  const { OptimizationConfigs: configs } = request;
  // one that a condition gives may be more
  if (Array.isArray(configs) && !isOpen(configs) && configs.length === 0) {
    yield refusal(
      { property: 'optimizations', api: 'OptimizationConfigs' },
      'must have at least one technique, got none',
    );
  }
  for (const [index, config] of knownItems(configs).entries()) {
    const source = knownMembers(config, 'ModelSpeculativeDecodingConfig', 'TrainingDataSource');
    const path = `OptimizationConfigs[${index}].ModelSpeculativeDecodingConfig.TrainingDataSource.S3Uri`;
    const member = { property: `optimizations[${index}].trainingData`, api: path };
    yield* s3UriRules(member, source?.S3Uri, source?.S3DataType);
  }
  yield* techniqueRules(request);
  yield* runtimeRules(request);
}

/** What the page of the shape says of all jobs: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_StoppingCondition.html */
function* runtimeRules(request: Request): Iterable<Finding> {
  const seconds = knownNumber(knownMembers(request, 'StoppingCondition')?.MaxRuntimeInSeconds);
  if (seconds === undefined || seconds <= LONGEST_RUNTIME) return;
  const member = { property: 'maxRuntime', api: 'StoppingCondition.MaxRuntimeInSeconds' };
  yield beyondLimit(member, `a whole number from 1 to ${LONGEST_RUNTIME} (28 days, in seconds)`, seconds);
}

function* sourceRules(request: Request): Iterable<Finding> {
  const source = knownMembers(request, 'ModelSource');
  if (source === undefined || request.ModelSource === undefined) return;
  yield* exactlyOne(source, { S3: "'model' in S3", SageMakerModel: "'model' of SageMaker" });
  const place = knownMembers(source, 'S3');
  if (place === undefined) return;
  yield* s3UriRules(MODEL, place.S3Uri, 'S3Prefix');
  yield* licenceRules(place);
}

/**
 * Whether a licence is accepted that must be: "The AcceptEula value must be explicitly defined as True in order to accept the EULA
 * that this model requires" (API_OptimizationModelAccessConfig.html, 2026).
 */
function* licenceRules({ S3Uri: uri, ModelAccessConfig: access }: Request): Iterable<Finding> {
  const accepted = known<boolean>(knownMembers(access)?.AcceptEula);
  if (accepted === false) {
    yield warning(
      'eula',
      EULA,
      'is false: SageMaker refuses a model whose licence is not accepted. Leave it out where there is none',
    );
    return;
  }
  if (accepted !== undefined || access !== undefined || typeof uri !== 'string') return;
  const [start] = partsOf(uri);
  if (start === UNKNOWN || start === undefined || !GATED.test(start)) return;
  const text =
    'should be true for this model of SageMaker JumpStart, whose licence is to be accepted before it is used';
  yield warning('eula', EULA, text);
}
