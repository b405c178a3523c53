import { Annotations, App, Aws, Duration, Fn, Lazy, Stack } from 'aws-cdk-lib';
import { Annotations as Found, Match } from 'aws-cdk-lib/assertions';
import { CompilationTarget, DataInputConfig, Framework, TargetDevice } from '../../../../src';
import { maxRuntimeInSeconds } from '../../../../src/sagemaker/compilation/compilation-job-rules';
import { compilationJob } from '../../sample-job';
import { errorOf, warningsOf } from '../neo/job-findings';

describe('what excludes each other', () => {
  const targets =
    'Stack/Compile: exactly one of TargetDevice (CompilationTarget.device()) and TargetPlatform (CompilationTarget.platform()) must be given';
  const models =
    "Stack/Compile: exactly one of InputConfig ('modelData' in an archive) and ModelPackageVersionArn ('modelData' in a model package) must be given";
  const packageArn = 'arn:aws:sagemaker:eu-west-1:111122223333:model-package/penguins/1';

  test('fails with two targets', () => {
    const TargetPlatform = { Os: 'LINUX', Arch: 'ARM64' };
    expect(errorOf({ requestOverrides: { OutputConfig: { TargetPlatform } } })).toBe(
      `${targets}, got TargetDevice and TargetPlatform`,
    );
  });

  test.each([undefined, null])('fails with no target: %s', (device) => {
    expect(errorOf({ requestOverrides: { OutputConfig: { TargetDevice: device } } })).toBe(`${targets}, got none`);
  });

  test('leaves to the deployment which of two targets there is', () => {
    const OutputConfig = {
      TargetDevice: Fn.conditionIf('IsEdge', Aws.NO_VALUE, 'ml_c5'),
      TargetPlatform: Fn.conditionIf('IsEdge', { Os: 'LINUX', Arch: 'ARM64' }, Aws.NO_VALUE),
    };
    expect(errorOf({ requestOverrides: { OutputConfig } })).toBeUndefined();
  });

  test('fails with a model in an archive and one in a package', () => {
    expect(errorOf({ requestOverrides: { ModelPackageVersionArn: packageArn } })).toBe(
      `${models}, got InputConfig and ModelPackageVersionArn`,
    );
  });

  test('fails with no model', () => {
    expect(errorOf({ requestOverrides: { InputConfig: undefined } })).toBe(`${models}, got none`);
  });
});

describe('the run time', () => {
  test.each([
    [{ StoppingCondition: { MaxRuntimeInSeconds: 900 } }, 900],
    [{ StoppingCondition: { MaxRuntimeInSeconds: '900' } }, 900],
    [{ StoppingCondition: { MaxRuntimeInSeconds: null } }, undefined],
    [{ StoppingCondition: {} }, undefined],
    [{ StoppingCondition: null }, undefined],
    [{ StoppingCondition: Fn.conditionIf('IsLong', {}, {}) }, undefined],
    [{}, undefined],
  ])('of %j is %s', (request, seconds) => {
    expect(maxRuntimeInSeconds(request)).toBe(seconds);
  });

  test.each([Lazy.any({ produce: () => 60 }), { Ref: 'Seconds' }, `1${Aws.REGION}`])(
    'is not known where only the synthesis or the deployment says it: %p',
    (MaxRuntimeInSeconds) => {
      expect(maxRuntimeInSeconds({ StoppingCondition: { MaxRuntimeInSeconds } })).toBeUndefined();
    },
  );
});

test('all that is wrong is in one error', () => {
  const error = errorOf({
    framework: Framework.ONNX,
    frameworkVersion: 'v1',
    dataInputConfig: DataInputConfig.fromObject({ data: [1, 0] }),
    maxRuntime: Duration.seconds(0),
  });
  expect(error).toContain("'frameworkVersion' (InputConfig.FrameworkVersion) must be 3 to 10 characters");
  expect(error).toContain("'maxRuntime' (StoppingCondition.MaxRuntimeInSeconds) must be a whole number of at least 1");
  expect(error).toContain(
    "'dataInputConfig.data[1]' (InputConfig.DataInputConfig) must be a whole number of at least 1, or a range such as '1..10', got 0",
  );
});

test('a job that Neo documents has no warning', () => {
  expect(warningsOf({})).toEqual([]);
});

test('a warning can be acknowledged', () => {
  const stack = new Stack(new App(), 'Stack');
  const job = compilationJob(stack, 'Compile', { target: CompilationTarget.device(TargetDevice.ML_INF1) });
  const warnings = () => Found.fromStack(stack).findWarning('/Stack/Compile', Match.anyValue());
  expect(warnings()).toHaveLength(1);

  Annotations.of(job).acknowledgeWarning('cdk-ml-jobs:neoFramework');
  expect(warnings()).toEqual([]);
});

test('members that only the deployment knows have no warning', () => {
  const token = Fn.ref('Parameter');
  expect(
    warningsOf({
      framework: Framework.of(token),
      frameworkVersion: Fn.join('.', ['1', token]),
      dataInputConfig: DataInputConfig.fromString(token),
      target: CompilationTarget.device(TargetDevice.of(token)),
    }),
  ).toEqual([]);
});
