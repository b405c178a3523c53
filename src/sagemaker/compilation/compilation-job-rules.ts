import { Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { CompilationJobProps } from './compilation-job-props';
import type { Request } from '../../job/request-overrides';
import { exactlyOne } from '../../validation/exactly-one';
import { DURATION } from '../../validation/expected-value';
import type { Finding } from '../../validation/finding';
import { knownMembers, knownNumber, knownText } from '../../validation/known-value';
import { requireValues } from '../../validation/property-check';
import { compilerOptionsRules } from '../neo/compiler-options-rules';
import { missingDataInputRules } from '../neo/data-input-rules';
import { frameworkRules } from '../neo/framework-rules';
import { modelVersionRules } from '../neo/model-version-rules';
import { type NeoTarget, neoTargetOf } from '../neo/neo-target';
import { deviceRules, platformRules } from '../neo/target-rules';

/** Checks that the properties of a job are what they should be, before anything is made of them. */
export function checkValues(job: IConstruct, props: CompilationJobProps): void {
  requireValues(job, props, {
    modelData: { mark: '_findings', allowed: 'model data, for example ModelData.fromAsset()', required: true },
    target: {
      mark: '_render',
      allowed: 'one target, for example CompilationTarget.device() or CompilationTarget.platform()',
      required: true,
    },
    framework: { mark: 'value', allowed: 'a framework, for example Framework.XGBOOST' },
    dataInputConfig: { mark: '_render', allowed: 'a configuration, for example DataInputConfig.fromObject()' },
    maxRuntime: { ...DURATION, allowed: 'a duration, for example Duration.minutes()' },
  });
}

/** What the request of a compilation job must be besides what the service's model says. */
export function* compilationJobRules(job: IConstruct, props: CompilationJobProps, request: Request): Iterable<Finding> {
  yield* exactlyOne(request, {
    InputConfig: "'modelData' in an archive",
    ModelPackageVersionArn: "'modelData' in a model package",
  });
  const target = neoTargetOf(request);
  yield* inputRules(job, props, request, target);
  yield* outputRules(job, request, target);
}

/** How long the job may run, as far as the request says it. */
export function maxRuntimeInSeconds(request: Request): number | undefined {
  return knownNumber(knownMembers(request, 'StoppingCondition')?.MaxRuntimeInSeconds);
}

function* inputRules(
  job: IConstruct,
  props: CompilationJobProps,
  request: Request,
  target: NeoTarget,
): Iterable<Finding> {
  const input = knownMembers(request, 'InputConfig');
  if (!input || request.InputConfig === undefined) return;
  const framework = knownText(input.Framework);
  const version = knownText(input.FrameworkVersion);
  yield* frameworkRules(framework, version, target);
  const { dataInputConfig, requestOverrides } = props;
  // overrides may say where the model is
  const model = framework === undefined ? undefined : props.modelData?._inputs(job, framework);
  const saved = framework === undefined ? undefined : props.modelData?._version(job, framework);
  // a version that only the deployment knows may be the right one
  const isKnown = version !== undefined || input.FrameworkVersion === undefined;
  if (isKnown) yield* modelVersionRules(framework, version, saved, target);
  if (input.DataInputConfig === undefined) {
    // an app that is only listed reads no model
    if (dataInputConfig && Stack.of(job).bundlingRequired) yield* dataInputConfig._missingRules(framework, model);
    if (!dataInputConfig && isKnown) yield* missingDataInputRules(framework, version ?? saved?.version, model);
    return;
  }
  const isOverridden = knownMembers(requestOverrides, 'InputConfig')?.DataInputConfig !== undefined;
  if (dataInputConfig && !isOverridden) yield* dataInputConfig._rules(framework, target, model);
}

function* outputRules(job: IConstruct, request: Request, target: NeoTarget): Iterable<Finding> {
  const output = knownMembers(request, 'OutputConfig');
  if (!output) return;
  yield* exactlyOne(output, {
    TargetDevice: 'CompilationTarget.device()',
    TargetPlatform: 'CompilationTarget.platform()',
  });
  yield* deviceRules(job, target);
  const platform = knownMembers(output, 'TargetPlatform') ?? {};
  yield* platformRules(platform);
  yield* compilerOptionsRules({
    target,
    framework: knownText(knownMembers(request, 'InputConfig')?.Framework),
    os: knownText(platform.Os),
    accelerator: knownText(platform.Accelerator),
    options: knownText(output.CompilerOptions),
    hasOptions: output.CompilerOptions !== undefined,
  });
}
