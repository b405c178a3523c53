import type { CompilationJob, CompilationJobProps } from './compilation-job';
import type { Request } from '../request-overrides';
import { inconsistent, invalid } from '../validation/invalid';
import { requireNumber, requireText } from '../validation/request-check';

const NAME = /^[a-zA-Z0-9](-*[a-zA-Z0-9])*$/;
const FRAMEWORK_VERSION = /^[0-9]\.[A-Za-z0-9.]+$/;

/** What tells a value of a property from anything else, and how to get one: the compilers of some languages do not say. */
const VALUES = {
  modelData: ['bind', 'model data, as by ModelData.fromAsset()'],
  target: ['_render', 'one target, as by CompilationTarget.device() or CompilationTarget.platform()'],
  framework: ['value', 'a framework, as in Framework.XGBOOST'],
  dataInputConfig: ['_render', 'a configuration, as by DataInputConfig.fromObject()'],
  maxRuntime: ['toSeconds', 'a duration, as by Duration.minutes()'],
} as const;
const REQUIRED: readonly string[] = ['modelData', 'target'];

/** Checks that the properties of a job are what they should be, before anything is made of them. */
export function checkValues(job: CompilationJob, props: CompilationJobProps): void {
  for (const [member, [mark, allowed]] of Object.entries(VALUES)) {
    const value = props[member as keyof typeof VALUES] as { readonly [mark: string]: unknown } | undefined;
    if (value === undefined && !REQUIRED.includes(member)) continue;
    if (value?.[mark] === undefined) throw invalid(job, member, allowed, value);
  }
}

/** Checks the request of a compilation job as it will be sent, overrides included. */
export function checkCompilationJob(job: CompilationJob, props: CompilationJobProps, request: Request): void {
  requireText(job, 'compilationJobName', props.compilationJobName, {
    min: 1,
    max: 63,
    pattern: NAME,
    describe: 'letters, digits and hyphens, beginning and ending with a letter or digit',
  });
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

/** How long the job may run, as the request says. */
export function maxRuntimeInSeconds(job: CompilationJob, request: Request): number {
  const { MaxRuntimeInSeconds } = objectAt(job, request, 'StoppingCondition');
  return MaxRuntimeInSeconds as number;
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

/** A member that must be an object, whatever the overrides have made of it. */
function objectAt(job: CompilationJob, request: Request, member: string): Request {
  const value = request[member];
  if (typeof value === 'object' && value !== null) return value as Request;
  throw invalid(job, `requestOverrides.${member}`, 'an object, or left out', value);
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
