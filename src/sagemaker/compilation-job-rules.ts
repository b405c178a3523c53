import type { CompilationJob, CompilationJobProps } from './compilation-job';
import type { Request } from '../request-overrides';
import { inconsistent } from '../validation/invalid';
import { requireNumber, requireText } from '../validation/request-check';

const NAME = /^[a-zA-Z0-9](-*[a-zA-Z0-9])*$/;
const FRAMEWORK_VERSION = /^[0-9]\.[A-Za-z0-9.]+$/;

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
  requireExactlyOne(job, request.OutputConfig as Request, {
    TargetDevice: 'CompilationTarget.device()',
    TargetPlatform: 'CompilationTarget.platform()',
  });
  requireText(job, 'frameworkVersion', (request.InputConfig as Request | undefined)?.FrameworkVersion as string, {
    min: 3,
    max: 10,
    pattern: FRAMEWORK_VERSION,
    describe: "such as '1.13'",
  });
  const { MaxRuntimeInSeconds } = request.StoppingCondition as Request;
  requireNumber(job, 'maxRuntime (StoppingCondition.MaxRuntimeInSeconds)', MaxRuntimeInSeconds as number, { min: 1 });
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
