import { checkRequest } from '../../../rehearsal/emulated-api/request-check';
import { asJsonObject, isJsonObject, type JsonObject, type JsonValue } from '../../../rehearsal/json-value';
import { type OperationModel, operationModel } from '../../../src/validation/service-model/operation-model';

const model = operationModel('sagemaker', 'CreateCompilationJob')!;

const GOOD: JsonObject = {
  CompilationJobName: 'job',
  RoleArn: 'arn:aws:iam::111122223333:role/compile',
  InputConfig: { S3Uri: 's3://in/model.tar.gz', Framework: 'XGBOOST' },
  OutputConfig: { S3OutputLocation: 's3://out/' },
  StoppingCondition: { MaxRuntimeInSeconds: 900 },
  VpcConfig: { Subnets: ['subnet-0a'], SecurityGroupIds: ['sg-0b'] },
};

/** A good request with other members, in its structures, too. */
function check(more: JsonObject): string[] {
  const merged = (name: string, value: JsonValue): JsonValue =>
    isJsonObject(value) ? { ...asJsonObject(GOOD[name]), ...value } : value;
  const members = Object.entries(more).map(([name, value]) => [name, merged(name, value)]);
  return checkRequest(model, { ...GOOD, ...Object.fromEntries(members) } as JsonObject);
}

test.each<[string, JsonObject, string]>([
  [
    'a fraction',
    { StoppingCondition: { MaxRuntimeInSeconds: 1.5 } },
    "Value 1.5 at 'stoppingCondition.maxRuntimeInSeconds' failed to satisfy constraint: Member must be an integer",
  ],
  ['an unknown framework', { InputConfig: { Framework: 'CAFFE' } }, 'Member must satisfy enum value set: ['],
  ['an unknown device', { OutputConfig: { TargetDevice: 'ml_c99' } }, "Value 'ml_c99' at 'outputConfig.targetDevice'"],
  [
    'an unknown system',
    { OutputConfig: { TargetPlatform: { Os: 'WINDOWS', Arch: 'ARM64' } } },
    "'outputConfig.targetPlatform.os'",
  ],
  ['no subnet', { VpcConfig: { Subnets: [] } }, 'Member must have length greater than or equal to 1'],
  [
    'six security groups',
    { VpcConfig: { SecurityGroupIds: Array(6).fill('sg-1') as string[] } },
    'Member must have length less than or equal to 5',
  ],
  [
    'a malformed security group',
    { VpcConfig: { SecurityGroupIds: ['sg-1', 'no sg!'] } },
    "Value 'no sg!' at 'vpcConfig.securityGroupIds.2.member'",
  ],
  ['a malformed tag', { Tags: [{ Key: 'a*', Value: '' }] }, "Value 'a*' at 'tags.1.member.key'"],
  [
    'a malformed model package',
    { ModelPackageVersionArn: 'arn:other' },
    "Value 'arn:other' at 'modelPackageVersionArn'",
  ],
])('fails on %s', (_name, input, message) => {
  expect(() => check(input)).toThrow(message);
});

test('counts all violations of a request', () => {
  const input = { CompilationJobName: '-', InputConfig: { Framework: 'CAFFE' } };
  expect(() => check(input)).toThrow('2 validation errors detected: ');
});

test('what the model allows passes', () => {
  const input = {
    Tags: [{ Key: 'größe: 1/2', Value: '' }],
    VpcConfig: { Subnets: ['subnet-0a'], SecurityGroupIds: ['sg-0b'] },
    OutputConfig: { TargetPlatform: { Os: 'LINUX', Arch: 'ARM64', Accelerator: 'NVIDIA' } },
    StoppingCondition: { MaxRuntimeInSeconds: 900 },
  };
  expect(() => check(input)).not.toThrow();
});

describe('of a map', () => {
  const environment: OperationModel = {
    operation: 'Run',
    source: 'a test',
    request: { type: 'structure', members: { Environment: 'Environment' } },
    shapes: {
      Environment: { type: 'map', max: 1, key: 'Key', value: 'Value' },
      Key: { type: 'string', pattern: '[a-z]+' },
      Value: { type: 'string', max: 3 },
    },
  };

  test('the keys, the values and their number are checked', () => {
    const text = (Environment: JsonObject): string => {
      try {
        checkRequest(environment, { Environment });
        return '';
      } catch (error) {
        return (error as Error).message;
      }
    };
    expect(text({ a: 'xyz' })).toBe('');
    expect(text({ A: 'x' })).toContain(
      "Value 'A' at 'environment.a' failed to satisfy constraint: Member must satisfy",
    );
    expect(text({ a: 'long' })).toContain(
      "Value 'long' at 'environment.a' failed to satisfy constraint: Member must have",
    );
    expect(text({ a: '', b: '' })).toContain("at 'environment' failed to satisfy constraint: Member must have length");
  });
});
