import { readCloudAssembly } from '../../../rehearsal/cloud-assembly/cloud-assembly';
import { templateParameters } from '../../../rehearsal/terminal/parameter-option';
import { writeApp } from '../fixture-assembly';

const HOME = { account: '111122223333', region: 'us-east-1' };
const topic = { Topic: { Type: 'AWS::SNS::Topic' } };
const app = readCloudAssembly(writeApp(topic, { Parameters: { Rerun: { Type: 'String' } } }), HOME);

test('reads values for all stacks and for one', () => {
  expect(templateParameters(['Rerun=a=b', 'App:Rerun='], app)).toEqual({ Rerun: 'a=b', 'App:Rerun': '' });
});

test.each([
  ['Rerun', '--parameter: "Rerun" is not of the form Name=value or Stack:Name=value'],
  ['Rerum=1', '--parameter: no stack has a parameter "Rerum". The stacks have these: App:Rerun.'],
  ['Other:Rerun=1', '--parameter: no stack has a parameter "Other:Rerun". The stacks have these: App:Rerun.'],
])('fails on %s', (option, message) => {
  expect(() => templateParameters([option], app)).toThrow(message);
});

test('says when the stacks have none', () => {
  expect(() => templateParameters(['A=1'], readCloudAssembly(writeApp(topic), HOME))).toThrow(
    'no stack has a parameter "A". The stacks have no parameters.',
  );
});
