import { checkRequest } from '../../../rehearsal/emulated-api/request-check';
import type { JsonObject } from '../../../rehearsal/json-value';
import { operationModel } from '../../../src/validation/service-model/operation-model';

const model = operationModel('sagemaker', 'CreateCompilationJob')!;

const GOOD: JsonObject = {
  CompilationJobName: 'job',
  RoleArn: 'arn:aws:iam::111122223333:role/compile',
  InputConfig: { S3Uri: 's3://in/model.tar.gz', Framework: 'XGBOOST' },
  OutputConfig: { S3OutputLocation: 's3://out/', TargetDevice: 'ml_c5' },
  StoppingCondition: { MaxRuntimeInSeconds: 900 },
  Tags: [{ Key: 'a', Value: 'b' }],
};

function check(more: JsonObject): void {
  checkRequest(model, { ...GOOD, ...more });
}

test('tells members that may be newer than the model, and judges all others', () => {
  const OutputConfig = { S3OutputLocation: 's3://out/', TargetDevice: 'ml_c5', Surprise: { a: 1 } };
  const Tags: JsonObject[] = [
    { Key: 'a', Value: 'b' },
    { Key: 'c', Value: 'd', Newer: true },
  ];

  expect(checkRequest(model, GOOD)).toEqual([]);
  expect(checkRequest(model, { ...GOOD, OutputConfig, Tags, Surprise: 1 })).toEqual([
    'OutputConfig.Surprise',
    'Tags.2.Newer',
    'Surprise',
  ]);
});

test('accepts a request as the SDK sends it', () => {
  expect(() => check({})).not.toThrow();
});

test.each<[JsonObject, string, string]>([
  [
    { StoppingCondition: { MaxRuntimeInSeconds: '900' } },
    'SerializationException',
    'STRING_VALUE can not be converted to an Integer (StoppingCondition.MaxRuntimeInSeconds)',
  ],
  [
    { CompilationJobName: 5 },
    'SerializationException',
    'NUMBER_VALUE can not be converted to a String (CompilationJobName)',
  ],
  [{ Tags: {} }, 'SerializationException', 'START_OBJECT can not be converted to a list (Tags)'],
  [
    { OutputConfig: { TargetDevice: 'ml_c5' } },
    'ValidationException',
    "1 validation error detected: Value null at 'outputConfig.s3OutputLocation' failed to satisfy constraint: Member must not be null",
  ],
  [
    { CompilationJobName: '-bad-' },
    'ValidationException',
    "1 validation error detected: Value '-bad-' at 'compilationJobName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}",
  ],
  [
    { CompilationJobName: 'x'.repeat(64) },
    'ValidationException',
    `1 validation error detected: Value '${'x'.repeat(64)}' at 'compilationJobName' failed to satisfy constraint: Member must have length less than or equal to 63`,
  ],
  [
    { StoppingCondition: { MaxRuntimeInSeconds: 0 } },
    'ValidationException',
    "1 validation error detected: Value 0 at 'stoppingCondition.maxRuntimeInSeconds' failed to satisfy constraint: Member must have value greater than or equal to 1",
  ],
])('refuses %j', (more, code, message) => {
  expect(() => check(more)).toThrow(expect.objectContaining({ code, message }));
});
