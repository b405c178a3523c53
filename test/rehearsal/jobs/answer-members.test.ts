import * as bedrock from '@aws-sdk/client-bedrock';
import * as agent from '@aws-sdk/client-bedrock-agent';
import * as sagemaker from '@aws-sdk/client-sagemaker';
import { NormalizedSchema } from '@smithy/core/schema';
import type { AnswerMembers } from '../../../rehearsal/jobs/answer-members';
import table from '../../../rehearsal/jobs/answer-members.json';
import { JOB_FACTS, JOB_KIND_KEYS } from '../../../src/contract';

type Schema = Parameters<typeof NormalizedSchema.of>[0];

/** What a member of an answer has, as the SDK knows it. */
function membersOf(schema: NormalizedSchema, around: readonly string[] = []): AnswerMembers | null {
  if (schema.isListSchema()) return membersOf(schema.getValueSchema(), around);
  const name = schema.getName()!;
  if (schema.isMapSchema() || !schema.isStructSchema() || around.includes(name)) return null;
  const members = [...schema.structIterator()].map(([each, of]) => [each, membersOf(of, [...around, name])] as const);
  return Object.fromEntries(members);
}

// the models may be newer than the SDK
test.each(JOB_KIND_KEYS)('a %s has all members that the SDK reads', (kind) => {
  const { operations, answer } = JOB_FACTS[kind];
  const schemas = { ...bedrock, ...agent, ...sagemaker } as unknown as { readonly [name: string]: Schema };
  const schema = NormalizedSchema.of(schemas[`${operations.describe}Response$`]);
  expect(table[kind]).toMatchObject(membersOf(answer === undefined ? schema : schema.getMemberSchema(answer))!);
});
