import type { CompilationJob, CompilationJobProps } from './compilation-job';
import { requireJobName } from './job-name-rule';
import type { Request } from '../request-overrides';
import { inconsistent, invalid } from '../validation/invalid';
import { objectAt, requireNumber, requireText, requireValues } from '../validation/request-check';

const FRAMEWORK_VERSION = /^[0-9]\.[A-Za-z0-9.]+$/;

/** Checks that the properties of a job are what they should be, before anything is made of them. */
export function checkValues(job: CompilationJob, props: CompilationJobProps): void {
  requireValues(job, props, {
    modelData: { mark: 'bind', allowed: 'model data, as by ModelData.fromAsset()', required: true },
    target: {
      mark: '_render',
      allowed: 'one target, as by CompilationTarget.device() or CompilationTarget.platform()',
      required: true,
    },
    framework: { mark: 'value', allowed: 'a framework, as in Framework.XGBOOST' },
    dataInputConfig: { mark: '_render', allowed: 'a configuration, as by DataInputConfig.fromObject()' },
    maxRuntime: { mark: 'toSeconds', allowed: 'a duration, as by Duration.minutes()' },
  });
}

/** Checks the request of a compilation job as it will be sent, overrides included. */
export function checkCompilationJob(job: CompilationJob, props: CompilationJobProps, request: Request): void {
  requireJobName(job, props.compilationJobName, 'compilationJobName');
  requireExactlyOne(job, request, {
    InputConfig: "'modelData' in an archive",
    ModelPackageVersionArn: "'modelData' in a model package",
  });
  if (request.InputConfig !== undefined) checkInput(job, objectAt(job, request, 'InputConfig'));
  checkOutput(job, objectAt(job, request, 'OutputConfig'));
  requireNumber(job, 'maxRuntime (StoppingCondition.MaxRuntimeInSeconds)', maxRuntimeInSeconds(job, request), {
    min: 1,
  });
}

/** How long the job may run, as far as the request says it. */
export function maxRuntimeInSeconds(job: CompilationJob, request: Request): number | undefined {
  const { MaxRuntimeInSeconds } = objectAt(job, request, 'StoppingCondition');
  return MaxRuntimeInSeconds as number | undefined;
}

function checkInput(job: CompilationJob, input: Request): void {
  if (input.S3Uri === undefined) throw invalid(job, 'modelData', 'an archive or a model package', undefined);
  if (input.Framework === undefined) throw invalid(job, 'framework', 'given, as in Framework.XGBOOST', undefined);
  requireText(job, 'frameworkVersion', input.FrameworkVersion as string | undefined, {
    min: 3,
    max: 10,
    pattern: FRAMEWORK_VERSION,
    describe: "such as '1.13'",
  });
}

function checkOutput(job: CompilationJob, output: Request): void {
  requireExactlyOne(job, output, {
    TargetDevice: 'CompilationTarget.device()',
    TargetPlatform: 'CompilationTarget.platform()',
  });
  const accelerator = (output.TargetPlatform as Request | undefined)?.Accelerator;
  if (accelerator === 'NVIDIA' && output.CompilerOptions === undefined) {
    throw inconsistent(
      job,
      "'target.compilerOptions' must be given for the accelerator NVIDIA, with 'gpu-code', 'trt-ver' and 'cuda-ver'",
    );
  }
}

function requireExactlyOne(
  job: CompilationJob,
  request: Request,
  members: { readonly [member: string]: string },
): void {
  const names = Object.keys(members);
  const given = names.filter((name) => request[name] !== undefined);
  if (given.length === 1) return;
  const allowed = `exactly one of ${names.map((name) => `${name} (${members[name]})`).join(' and ')} must be given`;
  throw inconsistent(job, `${allowed}, got ${given.length === 0 ? 'none' : given.join(' and ')}`);
}
