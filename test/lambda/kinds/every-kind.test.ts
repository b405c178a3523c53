import { join } from 'node:path';
import { mockClient } from 'aws-sdk-client-mock';
import { clientError } from './client-error';
import type { KindSample } from './samples/kind-sample';
import { InvalidRequest } from '../../../lambda/invalid-request';
import type { Job } from '../../../lambda/job-kind';
import * as contract from '../../../src/contract';

const { JOB_FACTS, JOB_KIND_KEYS } = contract;

/** The sample of a kind is in the file that is called as the kind. */
function sampleOf(kind: string): KindSample {
  const file = kind.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return (require(join(__dirname, 'samples', file)) as { readonly SAMPLE: KindSample }).SAMPLE;
}

/** The attributes of a kind, which the contract has under the name of the kind. */
function attributesOf(kind: string): readonly string[] {
  const constant = kind.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();
  return (contract as unknown as { readonly [name: string]: { readonly attributes: readonly string[] } })[constant]
    .attributes;
}

/** The calls of a client, answered by the test, whatever the service. */
interface Mock {
  reset(): void;
  on(command: unknown, input?: object): { resolves(answer: object): unknown; rejects(error: Error): unknown };
  calls(): { readonly args: readonly [{ readonly input: object }] }[];
}

describe.each(JOB_KIND_KEYS)('every %s', (key) => {
  const sample = sampleOf(key);
  const names = attributesOf(key);
  const { make, commands, name, arn, request, spec } = sample;
  const { request: members, createdArn, arnHasName, identifier, description, statuses } = JOB_FACTS[key];
  const kind = make();
  const job = { name, arn, attributes: sample.attributes } as unknown as Job;
  const asked = sample.asked ?? { [identifier]: arnHasName ? name : arn };
  const token = '35aa6eb423f8-2';
  const answered = sample.answered ?? ((said: object) => said);
  const mock = mockClient(sample.client as never) as unknown as Mock;
  const inputs = () => mock.calls().map(({ args }) => args[0].input);
  const describedAs = async (answer: object) => {
    mock.on(commands.describe).resolves(answered({ ...sample.accepted, ...answer }));
    return (await kind.describe(arn))!;
  };

  beforeEach(() => {
    mock.reset();
  });

  test('has a noun', () => {
    expect(kind.noun).toBe(sample.noun);
  });

  test('gets the types of its request back, and its tags are kept apart from what makes the job', () => {
    const revived = kind.revive(request);

    expect(kind.tagsOf(revived)).toEqual(members.tags.length > 0 ? { team: 'vision' } : {});
    expect(kind.specOf(revived)).toEqual(spec);
  });

  test.each(sample.unknownMembers)('fails with a member that its Create call does not have: %s', (member) => {
    expect(() => kind.revive({ [member]: 'x' })).toThrow(InvalidRequest);
  });

  test('is created with its name, its tags, and whatever else is its own', async () => {
    mock.on(commands.create).resolves(sample.created ?? { [createdArn]: arn });

    expect(await kind.create(name, spec, { team: 'vision', 'cdk-ml-jobs:spec': '35aa6eb423f8' }, token)).toBe(arn);

    const tags = [
      ['team', 'vision'],
      ['cdk-ml-jobs:spec', '35aa6eb423f8'],
    ].map(([tag, value]) => ({ [members.tag?.key ?? '']: tag, [members.tag?.value ?? '']: value }));
    expect(inputs()).toEqual([
      {
        ...(members.token !== undefined && { [members.token]: token }),
        [members.name]: name,
        ...sample.sent,
        ...Object.fromEntries(members.tags.map((member) => [member, tags])),
      },
    ]);
  });

  test('has no member for tags without tags', async () => {
    mock.on(commands.create).resolves(sample.created ?? { [createdArn]: arn });
    await kind.create(name, spec, {}, token);

    for (const member of members.tags) expect(inputs()[0]).not.toHaveProperty(member);
  });

  test('has all its attributes when it has completed', async () => {
    mock.on(commands.describe, asked).resolves(answered(sample.completed));

    expect(await kind.describe(arn)).toEqual({
      name,
      arn,
      phase: 'completed',
      status: sample.completed[description.status as keyof object],
      reason: sample.completed[description.reason as keyof object],
      since: sample.since,
      attributes: sample.attributes,
      ...sample.more,
    });
    expect(inputs()).toEqual([asked]);
  });

  test('has all attributes that the contract names, empty where the service gives none', async () => {
    const { attributes, since } = await describedAs({});

    expect(Object.keys(attributes)).toEqual([...names]);
    expect(attributes).toEqual({ ...Object.fromEntries(names.map((each) => [each, ''])), ...sample.first });
    expect(since).toEqual(sample.accepted[description.createdAt as keyof object]);
  });

  test('is judged in every status that its model has', () => {
    expect(Object.keys(sample.phases)).toEqual(expect.arrayContaining([...statuses]));
    expect(Object.keys(sample.phases)).toHaveLength(statuses.length + 1);
  });

  test.each(Object.entries(sample.phases))('with the status %s is %s', async (status, phase) => {
    expect(await describedAs({ [description.status]: status })).toMatchObject({ phase, status });
  });

  test('has the reason of the service, and a hint for it, when it has failed', async () => {
    const [reason, hint] = sample.reason;
    const failed = Object.keys(sample.phases).find((status) => sample.phases[status] === 'failed')!;

    const said = sample.hasListOfReasons ? [reason] : reason;
    expect((await describedAs({ [description.status]: failed, [description.reason!]: said })).reason).toContain(reason);
    expect(kind.hintFor(reason)).toContain(hint);
  });

  test.each(sample.missing)('is none where there is none: %p', async (error) => {
    mock.on(commands.describe).rejects(error);

    expect(await kind.describe(arn)).toBeUndefined();
  });

  test('fails to be described with any other error', async () => {
    mock.on(commands.describe).rejects(clientError('ThrottlingException', 'Rate exceeded', 429));

    await expect(kind.describe(arn)).rejects.toThrow('Rate exceeded');
  });

  test('is stopped where its service can do so', async () => {
    expect(commands.stop === undefined).toBe(JOB_FACTS[key].operations.stop === undefined);
    expect(kind.stop === undefined).toBe(commands.stop === undefined);
    if (commands.stop === undefined) return;
    mock.on(commands.stop).resolves({});
    await kind.stop!(job);

    expect(inputs()).toEqual([asked]);
  });

  test('has a record that is deleted where its service can do so', () => {
    expect(kind.deleteRecord !== undefined).toBe(sample.hasRecordToDelete);
    expect(JOB_FACTS[key].operations.delete !== undefined).toBe(sample.hasRecordToDelete);
  });

  test('says where a person finds out more', () => {
    expect(kind.tracesOf(job)).toBe(sample.traces);
  });
});
