import { Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { requireTexts } from './training-texts';
import type { Request } from '../request-overrides';
import { inconsistent, invalid } from '../validation/invalid';
import { requireCount } from '../validation/request-check';

const NAME = { min: 1, max: 256 };
const VALUE = { min: 0, max: 256 };
const PARAMETERS = { key: NAME, value: VALUE };

/** How often the profiler can measure, in milliseconds. */
const INTERVALS = [100, 200, 500, 1000, 5000, 60000];

/** Checks how a training job is watched. */
export function checkMonitoring(job: IConstruct, request: Request): void {
  checkHook(job, (request.DebugHookConfig ?? {}) as Request);
  checkProfiler(job, (request.ProfilerConfig ?? {}) as Request);
  const debugRules = (request.DebugRuleConfigurations ?? []) as Request[];
  const profilerRules = (request.ProfilerRuleConfigurations ?? []) as Request[];
  checkRules(job, 'debugRules', debugRules);
  checkRules(job, 'profilerRules', profilerRules);
  const names = [...debugRules, ...profilerRules].map(({ RuleConfigurationName }) => RuleConfigurationName as string);
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined) {
    throw inconsistent(job, `the names of 'debugRules' and 'profilerRules' must differ, got '${repeated}' twice`);
  }
  const { EnableRemoteDebug } = (request.RemoteDebugConfig ?? {}) as Request;
  if (EnableRemoteDebug === true && request.EnableNetworkIsolation === true) {
    throw inconsistent(job, "'remoteDebug' must not be given with 'networkIsolation': nothing reaches the container");
  }
}

function checkHook(job: IConstruct, hook: Request): void {
  requireTexts(job, 'debugHook.parameters', hook.HookParameters, 20, PARAMETERS);
  const collections = (hook.CollectionConfigurations ?? []) as Request[];
  requireCount(job, 'debugHook.collections', collections, { min: 0, max: 20 });
  for (const { CollectionName, CollectionParameters } of collections) {
    requireTexts(job, `debugHook.collections.${String(CollectionName)}`, CollectionParameters, 20, PARAMETERS);
  }
}

function checkProfiler(job: IConstruct, profiler: Request): void {
  requireTexts(job, 'profiler.parameters', profiler.ProfilingParameters, 20, PARAMETERS);
  const interval = profiler.ProfilingIntervalInMilliseconds as number | undefined;
  if (interval === undefined || Token.isUnresolved(interval) || INTERVALS.includes(interval)) return;
  throw invalid(job, 'profiler.interval (in milliseconds)', `one of ${INTERVALS.join(', ')}`, interval);
}

function checkRules(job: IConstruct, member: string, rules: readonly Request[]): void {
  requireCount(job, member, rules, { min: 0, max: 20 });
  rules.forEach(({ RuleParameters }, index) =>
    requireTexts(job, `${member}[${index}].parameters`, RuleParameters, 100, PARAMETERS),
  );
}
