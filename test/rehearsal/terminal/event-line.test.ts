import { createColors } from 'picocolors';
import type { StackEvent } from '../../../rehearsal/cloudformation/stack-event';
import { eventLine } from '../../../rehearsal/terminal/event-line';

const EVENT: StackEvent = {
  at: new Date(2026, 0, 1, 10, 2, 11).getTime(),
  stackName: 'CompileAndHost',
  stackPath: 'CompileAndHost',
  logicalId: 'Compile1234',
  physicalId: '',
  resourceType: 'Custom::SageMakerCompilationJob',
  path: 'CompileAndHost/Compile/Resource/Default',
  status: 'CREATE_IN_PROGRESS',
};
const plain = (event: StackEvent, total?: number): string =>
  eventLine(event, { done: 3, total }, 31, createColors(false));

test('a line is as "cdk deploy" prints it', () => {
  expect(plain(EVENT, 14)).toBe(
    'CompileAndHost |  3/14 | 10:02:11 AM | CREATE_IN_PROGRESS   | Custom::SageMakerCompilationJob | Compile/Resource (Compile1234)',
  );
});

test('without a total, the count stands alone', () => {
  expect(plain(EVENT)).toMatch(/^CompileAndHost \|   3 \| /);
});

test('a failure has its reason, in red on a terminal', () => {
  const failed = { ...EVENT, status: 'CREATE_FAILED', reason: 'why' };
  expect(plain(failed)).toMatch(/\(Compile1234\) why$/);
  expect(eventLine(failed, { done: 0 }, 0, createColors(true))).toContain('\u001b[31mwhy\u001b[39m');
});

test("the stack's own line has no path", () => {
  const own = {
    ...EVENT,
    logicalId: 'CompileAndHost',
    path: 'CompileAndHost',
    resourceType: 'AWS::CloudFormation::Stack',
  };
  expect(plain(own)).toMatch(/ \| CompileAndHost$/);
});

test('the path of a stack in a stage is left out too', () => {
  const staged = { ...EVENT, stackName: 'Prod-App', stackPath: 'Prod/App', path: 'Prod/App/Compile/Resource/Default' };
  expect(plain(staged)).toMatch(/ \| Compile\/Resource \(Compile1234\)$/);
});
