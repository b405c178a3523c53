import { Duration, Lazy } from 'aws-cdk-lib';
import { CompilationTarget, TargetPlatformAccelerator, TargetPlatformArch, TargetPlatformOs } from '../../../src';
import { compilationJob, newStack } from '../sample-job';

const make = (props: Parameters<typeof compilationJob>[2]) => () => compilationJob(newStack(), 'Compile', props);

describe('the name', () => {
  const rule = 'letters, digits and hyphens, beginning and ending with a letter or digit';

  test.each(['a', '1', 'a--b', 'x'.repeat(63), Lazy.string({ produce: () => '-' })])('may be %s', (name) => {
    expect(make({ compilationJobName: name })).not.toThrow();
  });

  test('fails with 64 characters', () => {
    const name = 'x'.repeat(64);
    expect(make({ compilationJobName: name })).toThrow(
      `Stack/Compile: 'compilationJobName' must be 1 to 63 characters, ${rule} (it has 64 characters), got '${name}'`,
    );
  });

  test.each(['-a', 'a-', 'a b', 'a_b', 'ä'])('fails with %s', (name) => {
    expect(make({ compilationJobName: name })).toThrow(
      `Stack/Compile: 'compilationJobName' must be 1 to 63 characters, ${rule}, got '${name}'`,
    );
  });
});

describe('the run time', () => {
  test.each([0, -5])('fails with %s seconds', (MaxRuntimeInSeconds) => {
    expect(make({ requestOverrides: { StoppingCondition: { MaxRuntimeInSeconds } } })).toThrow(
      `Stack/Compile: 'maxRuntime (StoppingCondition.MaxRuntimeInSeconds)' must be a whole number of at least 1, got ${MaxRuntimeInSeconds}`,
    );
  });

  test('fails with no time at all', () => {
    expect(make({ maxRuntime: Duration.seconds(0) })).toThrow(
      /'maxRuntime .* must be a whole number of at least 1, got 0/,
    );
  });

  test('fails with a part of a second', () => {
    expect(make({ maxRuntime: Duration.millis(1500) })).toThrow(
      /'maxRuntime .* must be a whole number of at least 1, got 1\.5/,
    );
  });

  test('may be a second', () => {
    expect(make({ maxRuntime: Duration.seconds(1) })).not.toThrow();
  });
});

describe('what excludes each other', () => {
  test('fails with two targets', () => {
    const TargetPlatform = { Os: 'LINUX', Arch: 'ARM64' };
    expect(make({ requestOverrides: { OutputConfig: { TargetPlatform } } })).toThrow(
      'Stack/Compile: exactly one of TargetDevice (CompilationTarget.device()) and TargetPlatform (CompilationTarget.platform()) must be given, got TargetDevice and TargetPlatform',
    );
  });

  test('fails with a model in an archive and one in a package', () => {
    expect(make({ requestOverrides: { ModelPackageVersionArn: 'arn' } })).toThrow(
      "Stack/Compile: exactly one of InputConfig ('modelData' in an archive) and ModelPackageVersionArn ('modelData' in a model package) must be given, got InputConfig and ModelPackageVersionArn",
    );
  });
});

test.each([undefined, null, 'x'])('fails with %s for an object of the request', (StoppingCondition) => {
  expect(make({ requestOverrides: { StoppingCondition } })).toThrow(
    "Stack/Compile: 'requestOverrides.StoppingCondition' must be an object, or left out, got",
  );
});

test('fails with the accelerator NVIDIA and no compiler options', () => {
  const platform = {
    os: TargetPlatformOs.LINUX,
    arch: TargetPlatformArch.ARM64,
    accelerator: TargetPlatformAccelerator.NVIDIA,
  };
  expect(make({ target: CompilationTarget.platform(platform) })).toThrow(
    "Stack/Compile: 'target.compilerOptions' must be given for the accelerator NVIDIA, with 'gpu-code', 'trt-ver' and 'cuda-ver'",
  );
});

describe('the framework version', () => {
  test.each(['1.7', '2.0', '1.15.3'])('may be %s', (frameworkVersion) => {
    expect(make({ frameworkVersion })).not.toThrow();
  });

  test.each(['1', 'v1.13', '13'])('fails with %s', (frameworkVersion) => {
    expect(make({ frameworkVersion })).toThrow(/'frameworkVersion' must be 3 to 10 characters, such as '1\.13'/);
  });
});
