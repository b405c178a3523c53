import { closedFeatureRules } from '../../../src/sagemaker/closed-features';
import { sentence } from '../../../src/validation/finding';

const idsOf = (request: Record<string, unknown>) => [...closedFeatureRules(request)].map(({ warning }) => warning);

test.each([
  ['debugHook', { DebugHookConfig: { S3OutputPath: 's3://bucket/' } }],
  ['debugRules', { DebugRuleConfigurations: [{ RuleConfigurationName: 'loss' }] }],
  ['profiler', { ProfilerConfig: { S3OutputPath: 's3://bucket/' } }],
  ['profilerRules', { ProfilerRuleConfigurations: [{ RuleConfigurationName: 'report' }] }],
  ['dataCapture', { DataCaptureConfig: { DestinationS3Uri: 's3://bucket/' } }],
])('warns of %s', (property, request) => {
  expect(idsOf(request)).toEqual([`cdk-ml-jobs:closedToNewCustomers:${property}`]);
});

test('says since when, and what to do', () => {
  const [finding] = closedFeatureRules({ DebugHookConfig: {} });
  expect(sentence(finding)).toBe(
    "'debugHook' (DebugHookConfig) is of SageMaker Debugger, which has been closed to new customers since 2026-07-30: acknowledge this where your account has used it before, or leave it out",
  );
});

test('says nothing of what is not used, or only turned off', () => {
  expect(
    idsOf({ ProfilerConfig: { DisableProfiler: true }, DebugRuleConfigurations: [], DataCaptureConfig: null }),
  ).toEqual([]);
});
