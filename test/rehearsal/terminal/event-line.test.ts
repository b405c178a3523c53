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
const PROGRESS = { text: ' 3/14', isUpdate: false, rootName: 'CompileAndHost' };
const plain = (event: StackEvent, progress = PROGRESS): string => eventLine(event, progress, 31, createColors(false));

test('a line is as "cdk deploy" prints it', () => {
  expect(plain(EVENT)).toBe(
    'CompileAndHost |  3/14 | 10:02:11 AM | CREATE_IN_PROGRESS      | Custom::SageMakerCompilationJob | Compile/Resource/Default (Compile1234)',
  );
});

test.each([
  ['CompileAndHost/Topic/Resource', 'Topic'],
  ['CompileAndHost/Resource/Resource', 'Resource'],
  ['CompileAndHost/Topic/Default', 'Topic/Default'],
  ['CompileAndHost/Model', 'Model'],
  ['Compile1234', undefined],
])('of the path %s, it prints %s', (path, name) => {
  expect(plain({ ...EVENT, path })).toMatch(name ? new RegExp(` \\| ${name} \\(Compile1234\\)$`) : / \| Compile1234$/);
});

test('a status is cut at 23 characters', () => {
  const status = 'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS';
  expect(plain({ ...EVENT, status })).toContain(' | UPDATE_COMPLETE_CLEANUP | ');
});

test('an update passes over what it cannot delete', () => {
  const event = { ...EVENT, status: 'DELETE_FAILED' };
  expect(plain(event, { ...PROGRESS, isUpdate: true })).toContain(' | DELETE_FAILED (skipped) | ');
  expect(plain(event)).toContain(' | DELETE_FAILED           | ');
});

test('a failure has its reason, in red on a terminal', () => {
  const failed = { ...EVENT, status: 'CREATE_FAILED', reason: 'why' };
  expect(plain(failed)).toMatch(/\(Compile1234\) why$/);
  expect(eventLine(failed, PROGRESS, 0, createColors(true))).toContain('\u001b[31mwhy\u001b[39m');
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

test('the path of a stack in a stage has the name of the stage: the stack has another name', () => {
  const staged = { ...EVENT, stackName: 'Prod-App', stackPath: 'Prod/App', path: 'Prod/App/Topic/Resource' };
  expect(plain(staged, { ...PROGRESS, rootName: 'Prod-App' })).toMatch(/ \| Prod\/App\/Topic \(Compile1234\)$/);
});
