import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { JobEngine } from '../../src/engine/job-engine';
import { tickLoop } from '../../src/engine/tick-loop';
import { readDefinition } from '../../state-machine/read-definition';

const FUNCTION = 'arn:aws:lambda:eu-west-1:111122223333:function:Handler';

test('what is interpreted is the definition of an engine in a stack', () => {
  const stack = new Stack(new App(), 'Shop');
  JobEngine.of(stack);
  const [machine] = Object.values(Template.fromStack(stack).findResources('AWS::StepFunctions::StateMachine'));
  const [, parts] = machine.Properties.DefinitionString['Fn::Join'] as [string, (string | object)[]];
  const synthesized = parts
    .map((part) => (typeof part === 'string' ? part : 'Ref' in part ? 'aws' : FUNCTION))
    .join('');

  const { Comment: _, ...definition } = JSON.parse(synthesized);
  expect(readDefinition(tickLoop(FUNCTION, 'aws'))).toEqual(definition);
});

test.each<[object, string]>([
  [{ Type: 'Map' }, "State 'S': states of type Map are not interpreted"],
  [{ Type: 'Wait', Timestamp: 't', End: true }, "State 'S': Timestamp is not interpreted"],
  [{ Type: 'Wait', SecondsPath: '$.a[0]', End: true }, "State 'S': the path $.a[0] is not interpreted"],
  [{ Type: 'Wait', Seconds: 1, Next: 'T' }, "State 'S': there is no state 'T' to go on with"],
  [{ Type: 'Wait', Seconds: 1 }, "State 'S': there is no state 'undefined' to go on with"],
  [{ Type: 'Task', Retry: [{ ErrorEquals: ['E'], Rate: 1 }], End: true }, "State 'S': Retry: Rate is not interpreted"],
  [
    { Type: 'Task', Catch: [{ ErrorEquals: ['E'], Next: 'T' }], End: true },
    "State 'S': Catch: there is no state 'T' to go on with",
  ],
  [{ Type: 'Task', Parameters: { a: { 'b.$': '$..c' } }, End: true }, "State 'S': the path $..c is not interpreted"],
  [{ Type: 'Task', InputPath: '$.a', End: true }, "State 'S': InputPath is not interpreted"],
  [
    { Type: 'Choice', Choices: [{ Variable: '$.a', NumericEquals: 1, Next: 'S' }] },
    "State 'S': Choices: NumericEquals is not interpreted",
  ],
  [{ Type: 'Choice', Choices: [], Default: 'T' }, "State 'S': Default: there is no state 'T' to go on with"],
])('what is not interpreted, or leads nowhere, is an error: %j', (state, message) => {
  expect(() => readDefinition({ StartAt: 'S', States: { S: state } })).toThrow(message);
});

test.each<[object, string]>([
  [{ StartAt: 'T', States: {} }, "StartAt: there is no state 'T' to go on with"],
  [{ StartAt: 'S', States: {}, TimeoutSeconds: 5 }, 'The definition: TimeoutSeconds is not interpreted'],
  [{ StartAt: 'S', States: {}, QueryLanguage: 'JSONata' }, 'The query language JSONata is not interpreted'],
])('so is the same around the states: %j', (definition, message) => {
  expect(() => readDefinition(definition)).toThrow(new Error(message));
});
