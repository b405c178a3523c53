import { monitoringRules } from '../../../../src/sagemaker/training/training-monitoring-rules';
import { sentence } from '../../../../src/validation/finding';

const textsOf = (request: object) => [...monitoringRules({ ...request })].map(sentence);
const rule = (RuleConfigurationName: unknown) => ({ RuleConfigurationName });

test.each([
  {},
  { ProfilerConfig: { ProfilingIntervalInMilliseconds: 500 } },
  { ProfilerConfig: { ProfilingIntervalInMilliseconds: { Ref: 'Interval' } } },
  { DebugRuleConfigurations: [rule('a')], ProfilerRuleConfigurations: [rule('b')] },
  { DebugRuleConfigurations: [rule({ Ref: 'Name' })], ProfilerRuleConfigurations: [rule({ Ref: 'Name' })] },
  { RemoteDebugConfig: { EnableRemoteDebug: true } },
  { EnableNetworkIsolation: true },
])('has nothing against %j', (request) => {
  expect(textsOf(request)).toEqual([]);
});

test.each([
  [
    { ProfilerConfig: { ProfilingIntervalInMilliseconds: 250 } },
    "'profiler.interval' (ProfilerConfig.ProfilingIntervalInMilliseconds) must be one of 100, 200, 500, 1000, 5000, 60000 milliseconds, got 250",
  ],
  [
    { DebugRuleConfigurations: [rule('a')], ProfilerRuleConfigurations: [rule('a')] },
    "the names of 'debugRules' (DebugRuleConfigurations) and 'profilerRules' (ProfilerRuleConfigurations) must differ, got 'a' twice",
  ],
  [
    { RemoteDebugConfig: { EnableRemoteDebug: true }, EnableNetworkIsolation: true },
    "'remoteDebug' (RemoteDebugConfig.EnableRemoteDebug) must not be true with 'networkIsolation' (EnableNetworkIsolation), with which nothing reaches the container",
  ],
])('fails with %j', (request, text) => {
  expect(textsOf(request)).toEqual([text]);
});
