import type { Request } from '../job/request-overrides';
import { type Finding, type MemberName, warning } from '../validation/finding';
import { knownMembers } from '../validation/known-value';

/** The day from which AWS takes no new customers for SageMaker Debugger and Model Monitor. */
const CLOSED_ON = '2026-07-30';

interface ClosedFeature {
  /** What AWS calls it. */
  readonly name: string;
  readonly members: readonly MemberName[];
}

const DEBUGGER: ClosedFeature = {
  name: 'SageMaker Debugger',
  members: [
    { property: 'debugHook', api: 'DebugHookConfig' },
    { property: 'debugRules', api: 'DebugRuleConfigurations' },
    { property: 'profiler', api: 'ProfilerConfig' },
    { property: 'profilerRules', api: 'ProfilerRuleConfigurations' },
  ],
};
const MODEL_MONITOR: ClosedFeature = {
  name: 'SageMaker Model Monitor',
  members: [{ property: 'dataCapture', api: 'DataCaptureConfig' }],
};

/** Whether a job uses what AWS no longer offers to new customers: their request is refused, that of others is not. */
export function* closedFeatureRules(request: Request): Iterable<Finding> {
  for (const { name, members } of [DEBUGGER, MODEL_MONITOR]) {
    for (const member of members.filter(({ api }) => isUsed(request, api!))) {
      const text = `is of ${name}, which has been closed to new customers since ${CLOSED_ON}: acknowledge this where your account has used it before, or leave it out`;
      yield warning(`closedToNewCustomers:${member.property}`, member, text);
    }
  }
}

/** A member that only turns a feature off does not use it. */
function isUsed(request: Request, api: string): boolean {
  const value = request[api];
  if (value === undefined || value === null) return false;
  const isOff = [true, 'true'].includes(knownMembers(value)?.DisableProfiler as boolean | string);
  return !isOff && !(Array.isArray(value) && value.length === 0);
}
