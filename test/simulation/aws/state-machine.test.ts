import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { readDefinition } from '../../../simulation/aws/state-machine';
import { JobEngine } from '../../../src/job-engine';
import { tickLoop } from '../../../src/tick-loop';

const FUNCTION = 'arn:aws:lambda:eu-west-1:111122223333:function:Handler';

test('what is simulated is the definition of an engine in a stack', () => {
  const stack = new Stack(new App(), 'Shop');
  JobEngine.of(stack);
  const [machine] = Object.values(Template.fromStack(stack).findResources('AWS::StepFunctions::StateMachine'));
  const [, parts] = machine.Properties.DefinitionString['Fn::Join'] as [string, (string | object)[]];
  const synthesized = parts.map((part) => (typeof part === 'string' ? part : FUNCTION)).join('');

  const { Comment: _, ...definition } = JSON.parse(synthesized);
  expect(readDefinition(tickLoop(FUNCTION))).toEqual(definition);
});

test.each([
  [{ Type: 'Map' }, "State 'S': states of type Map are not interpreted"],
  [{ Type: 'Wait', SecondsPath: '$.a', Timestamp: 't', Next: 'S' }, "State 'S': Timestamp is not interpreted"],
  [{ Type: 'Task', Retry: [{ ErrorEquals: ['States.ALL'], Rate: 1 }] }, "State 'S': Retry: Rate is not interpreted"],
  [{ Type: 'Task', Catch: [{ ErrorEquals: ['Broken'] }] }, "State 'S': only States.ALL is interpreted"],
])('what is not interpreted is an error: %j', (state, message) => {
  expect(() => readDefinition({ StartAt: 'S', States: { S: state } })).toThrow(message);
});
