import type { Request } from '../../job/request-overrides';
import { beyondLimit, type Finding, refusal } from '../../validation/finding';
import { knownItems, knownMembers, knownNumber, knownText } from '../../validation/known-value';

/** How often the profiler can measure, in milliseconds. */
const INTERVALS = [100, 200, 500, 1000, 5000, 60000];

/** What must be true of how a training job is watched. */
export function* monitoringRules(request: Request): Iterable<Finding> {
  const api = 'ProfilerConfig.ProfilingIntervalInMilliseconds';
  const interval = knownNumber(knownMembers(request, 'ProfilerConfig')?.ProfilingIntervalInMilliseconds);
  if (interval !== undefined && !INTERVALS.includes(interval)) {
    yield beyondLimit({ property: 'profiler.interval', api }, `one of ${INTERVALS.join(', ')} milliseconds`, interval);
  }
  const rules = [...knownItems(request.DebugRuleConfigurations), ...knownItems(request.ProfilerRuleConfigurations)];
  const names = rules.flatMap(({ RuleConfigurationName }) => knownText(RuleConfigurationName) ?? []);
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined) {
    yield refusal(
      undefined,
      `the names of 'debugRules' (DebugRuleConfigurations) and 'profilerRules' (ProfilerRuleConfigurations) must differ, got '${repeated}' twice`,
    );
  }
  const isDebugged = knownMembers(request, 'RemoteDebugConfig')?.EnableRemoteDebug === true;
  if (isDebugged && request.EnableNetworkIsolation === true) {
    const member = { property: 'remoteDebug', api: 'RemoteDebugConfig.EnableRemoteDebug' };
    yield refusal(
      member,
      "must not be true with 'networkIsolation' (EnableNetworkIsolation), with which nothing reaches the container",
    );
  }
}
