import { Rehearsal, type StackResult } from '../../../rehearsal/rehearsal';
import { writeAssembly, type FixtureStack } from '../fixture-assembly';

const rehearsals: Rehearsal[] = [];

function rehearse(): Rehearsal {
  const rehearsal = new Rehearsal();
  rehearsals.push(rehearsal);
  return rehearsal;
}

afterEach(async () => {
  await Promise.all(rehearsals.splice(0).map(async (rehearsal) => rehearsal.close()));
});

const producer = (value: string, more: Partial<FixtureStack> = {}): FixtureStack => ({
  template: { Resources: {}, Outputs: { Model: { Value: value } } },
  ...more,
});

const consumer = (more: Record<string, string> = {}, fixture: Partial<FixtureStack> = {}): FixtureStack => ({
  template: {
    Resources: {
      Topic: {
        Type: 'AWS::SNS::Topic',
        Properties: { DisplayName: { 'Fn::GetStackOutput': { StackName: 'A', OutputName: 'Model', ...more } } },
      },
    },
  },
  dependencies: ['A'],
  ...fixture,
});

const nameOf = ({ resources }: StackResult): unknown => resources.Topic?.properties.DisplayName;
const failureOf = ({ events }: StackResult): string | undefined =>
  events.find(({ status }) => status === 'CREATE_FAILED')?.reason;

test('a weak reference has the value that the producer puts out', async () => {
  const result = await rehearse().deploy(writeAssembly({ B: consumer(), A: producer('s3://models/1.tar.gz') }));
  expect(Object.keys(result.stacks)).toEqual(['A', 'B']);
  expect(nameOf(result.stacks.B)).toBe('s3://models/1.tar.gz');
  expect(result.stacks.B.staleReads).toEqual([]);
});

test('a weak reference reaches other accounts and Regions', async () => {
  const elsewhere = { Region: 'eu-west-1', RoleArn: 'arn:aws:iam::444455556666:role/read' };
  const environment = '444455556666/eu-west-1';
  const result = await rehearse().deploy(
    writeAssembly({ A: producer('theirs', { environment }), B: consumer(elsewhere) }),
  );
  expect(nameOf(result.stacks.B)).toBe('theirs');
});

test('a stack that is not there, and an output that it lacks, fail what refers to them', async () => {
  const alone = await rehearse().deploy(writeAssembly({ B: consumer({}, { dependencies: [] }) }));
  expect(failureOf(alone.stacks.B)).toBe('Stack with id A does not exist');
  const wrong = await rehearse().deploy(writeAssembly({ A: producer('x'), B: consumer({ OutputName: 'Other' }) }));
  expect(failureOf(wrong.stacks.B)).toBe('Stack A has no output Other');
});

test('a producer changes freely: the consumer keeps what it has read until it is deployed itself', async () => {
  const rehearsal = rehearse();
  await rehearsal.deploy(writeAssembly({ A: producer('first'), B: consumer() }));
  const second = writeAssembly({ A: producer('second'), B: consumer() });
  const { ok, stacks } = await rehearsal.deploy(second);
  expect(ok).toBe(true);
  expect(stacks.A.outputs).toEqual({ Model: 'second' });
  expect(stacks.B.changed).toBe(false);
  expect(nameOf(stacks.B)).toBe('first');
  expect(stacks.B.staleReads).toEqual([
    {
      producer: { stackName: 'A', account: '111122223333', region: 'us-east-1' },
      outputName: 'Model',
      value: 'first',
    },
  ]);

  const forced = await rehearsal.deploy(second, { force: true });
  expect(forced.stacks.A.changed).toBe(false);
  expect(forced.stacks.B.changed).toBe(true);
  expect(nameOf(forced.stacks.B)).toBe('second');
  expect(forced.stacks.B.staleReads).toEqual([]);
});

test('another change of the consumer has it read the new value', async () => {
  const rehearsal = rehearse();
  await rehearsal.deploy(writeAssembly({ A: producer('first'), B: consumer() }));
  const changed = consumer({ Region: 'us-east-1' });
  const { stacks } = await rehearsal.deploy(writeAssembly({ A: producer('second'), B: changed }));
  expect(nameOf(stacks.B)).toBe('second');
});

test('a producer is deleted though a consumer has read from it', async () => {
  const rehearsal = rehearse();
  const both = writeAssembly({ A: producer('first'), B: consumer() });
  await rehearsal.deploy(both);
  const { ok, stacks } = await rehearsal.destroy(both, { stacks: ['A'] });
  expect(ok).toBe(true);
  expect(stacks.A.status).toBe('DELETE_COMPLETE');
});

test('what an import reads is in use until the stack no longer imports it', async () => {
  const rehearsal = rehearse();
  const exporter = (value: string): FixtureStack => ({
    template: { Resources: {}, Outputs: { Model: { Value: value, Export: { Name: 'model' } } } },
  });
  const importer = {
    template: {
      Resources: { Topic: { Type: 'AWS::SNS::Topic', Properties: { Name: { 'Fn::ImportValue': 'model' } } } },
    },
    dependencies: ['A'],
  };
  await rehearsal.deploy(writeAssembly({ A: exporter('first'), B: importer }));
  expect((await rehearsal.deploy(writeAssembly({ A: exporter('second'), B: importer }))).ok).toBe(false);
  const weakened = await rehearsal.deploy(writeAssembly({ A: exporter('first'), B: consumer() }));
  expect(weakened.ok).toBe(true);
  expect(weakened.stacks.A).toMatchObject({ status: 'UPDATE_ROLLBACK_COMPLETE', changed: false });
  expect((await rehearsal.deploy(writeAssembly({ A: exporter('second'), B: consumer() }))).ok).toBe(true);
});
