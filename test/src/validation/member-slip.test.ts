import * as bedrock from '@aws-sdk/client-bedrock';
import * as sagemaker from '@aws-sdk/client-sagemaker';
import { NormalizedSchema } from '@smithy/core/schema';
import { meantMember } from '../../../src/validation/member-slip';

const MEMBERS = ['KmsKeyId', 'S3OutputPath', 'InputConfig', 'StoppingCondition', 'Os', 'MaxRuntimeInSeconds'];

test.each([
  ['kmsKeyID', 'KmsKeyId'],
  ['kms_key_id', 'KmsKeyId'],
  ['KmsKey', 'KmsKeyId'],
  ['S3OutputPaht', 'S3OutputPath'],
  ['S3OutptPath', 'S3OutputPath'],
  ['InputConfigs', 'InputConfig'],
  ['StopingCondtion', 'StoppingCondition'],
  ['MaxRunTimeInSecond', 'MaxRuntimeInSeconds'],
  ['MaxRuntime', 'MaxRuntimeInSeconds'],
])('%s is a slip for %s', (name, meant) => {
  expect(meantMember(MEMBERS, name)).toBe(meant);
});

test.each(['OutputConfig', 'S3InputPath', 'KmsKeyArn', 'VolumeKmsKeyId', 'Id', 'Max', 'KmsKeyIdV2', 'Newer', 'As'])(
  '%s may be a newer member',
  (name) => {
    expect(meantMember(MEMBERS, name)).toBeUndefined();
  },
);

/** The members of every structure of the services, as the SDK knows them. */
function structures(): string[][] {
  const exported = [sagemaker, bedrock].flatMap((client: object) => Object.values(client) as unknown[]);
  return exported
    .filter((each): each is Parameters<typeof NormalizedSchema.of>[0] => Array.isArray(each) && each[0] === 3)
    .map((schema) => [...NormalizedSchema.of(schema).structIterator()].map(([name]) => name));
}

test('of the members that the services have, hardly any would be taken for a slip if it were new', () => {
  const all = structures().flatMap((members) =>
    members.map((name) => ({ name, others: members.filter((each) => each !== name) })),
  );
  const mistaken = all.filter(({ name, others }) => meantMember(others, name) !== undefined);

  expect(all.length).toBeGreaterThan(5000);
  expect(mistaken.length / all.length).toBeLessThan(0.015);
});
