import type { ApiCall } from '../../../rehearsal/emulated-api/api-call';
import { scriptedCourse } from '../../../rehearsal/jobs/scripted-course';

const origin = { stackName: 'App', stackPath: 'App', logicalId: 'Job1234', path: 'App/Compile/Resource' };
const caller = {
  functionArn: '',
  roleArn: '',
  requestId: '',
  kind: 'tick' as const,
  event: {},
  origin,
  at: 0,
  log: [],
};
const call = (of: ApiCall['caller']): ApiCall => ({
  service: 'sagemaker',
  operation: 'CreateCompilationJob',
  input: {},
  at: 0,
  caller: of,
  roleArn: '',
});

test.each(['my-job', 'Compile', 'App/Compile', 'Job1234', '*'])('finds the course of %s, and tells of it', (key) => {
  const taken: string[] = [];
  const context = { script: () => ({ [key]: { duration: 7 } }), onCourse: (name: string) => taken.push(name) };
  expect(scriptedCourse(call(caller), 'my-job', context)).toEqual({ duration: 7 });
  expect(taken).toEqual([key]);
});

test('a job without a course goes as jobs do', () => {
  const context = { script: () => ({ Other: { duration: 7 } }), onCourse: fail };
  expect(scriptedCourse(call(caller), 'my-job', context)).toEqual({});
});

test('a job of an unknown caller is known by its name only', () => {
  const context = { script: () => ({ Compile: { duration: 7 } }), onCourse: fail };
  expect(scriptedCourse(call(undefined), 'my-job', context)).toEqual({});
});

function fail(name: string): never {
  throw new Error(`took the course of ${name}`);
}
