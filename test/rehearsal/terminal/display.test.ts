import { PassThrough } from 'node:stream';
import type { StackEvent } from '../../../rehearsal/cloudformation/stack-event';
import { Display } from '../../../rehearsal/terminal/display';

const EVENT: StackEvent = {
  at: 0,
  stackName: 'App',
  stackPath: 'App',
  logicalId: 'Topic',
  physicalId: '',
  resourceType: 'AWS::SNS::Topic',
  path: 'App/Topic/Resource',
  status: 'CREATE_COMPLETE',
};

function display(color: boolean): { shown: Display; written: () => string } {
  const chunks: string[] = [];
  const stream = new PassThrough();
  stream.on('data', (chunk: Buffer) => chunks.push(chunk.toString('utf8')));
  return { shown: new Display({ stream, live: false, color }), written: () => chunks.join('') };
}

test('prints an event with the progress of its stack', () => {
  const { shown, written } = display(false);
  shown.begin({ stackName: 'App', stackPath: 'App' }, { changes: 1, isUpdate: false }, ['AWS::SNS::Topic']);
  shown.event(EVENT);
  expect(written()).toMatch(/^App \| 1\/2 \| .* \| CREATE_COMPLETE {9}\| AWS::SNS::Topic +\| Topic\n$/);
});

test('prints what was not announced without a total', () => {
  const { shown, written } = display(false);
  shown.event(EVENT);
  expect(written()).toMatch(/^App \| {3}1 \| /);
});

test('prints the events of a nested stack with the count of its root', () => {
  const { shown, written } = display(false);
  shown.begin({ stackName: 'App', stackPath: 'App' }, { changes: 1, isUpdate: false });
  shown.event({ ...EVENT, stackName: 'App-Nested' });
  expect(written()).toMatch(/^App-Nested \| 0\/2 \| /);
});

test('colours only where colours are wanted', () => {
  const [plain, coloured] = [display(false), display(true)];
  [plain, coloured].forEach(({ shown }) => shown.failure('failed'));
  expect(plain.written()).toBe('failed\n');
  expect(coloured.written()).toBe('\u001b[31mfailed\u001b[39m\n');
});

test.each([
  [80, ['App | 0/2 | 12:00:00 AM | CREATE_IN_PROGRESS      | AWS::SNS::Topic            |', '    Topic']],
  [120, ['App | 0/2 | 12:00:00 AM | CREATE_IN_PROGRESS      | AWS::SNS::Topic            | Topic']],
])('on a terminal of %d columns, an event is laid out', (columns, lines) => {
  const chunks: string[] = [];
  const stream = Object.assign(new PassThrough(), { columns });
  stream.on('data', (chunk: Buffer) => chunks.push(chunk.toString('utf8')));
  const shown = new Display({ stream, live: true, color: false });
  shown.begin({ stackName: 'App', stackPath: 'App' }, { changes: 1, isUpdate: false }, ['AWS::SNS::Topic']);
  shown.event({ ...EVENT, at: new Date(2026, 0, 1).getTime(), status: 'CREATE_IN_PROGRESS' });
  expect(chunks.join('')).toBe(`${lines.join('\n')}\n`);
});
