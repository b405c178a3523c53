import { App, Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { Construct } from 'constructs';
import { refusal, sentence, warning } from '../../../src/validation/finding';
import { inconsistent, invalid } from '../../../src/validation/invalid';
import { note, takeNoted } from '../../../src/validation/noted-findings';

function newJob(): { readonly stack: Stack; readonly job: Construct } {
  const stack = new Stack(new App(), 'Stack');
  return { stack, job: new Construct(stack, 'Job') };
}

test('what was noted is taken once', () => {
  const { job } = newJob();
  note(job, refusal('a', 'is wrong'));
  note(job, refusal('b', 'is wrong, too'));
  expect(takeNoted(job).map(sentence)).toEqual(["'a' is wrong", "'b' is wrong, too"]);
  expect(takeNoted(job)).toEqual([]);
});

test('an error tells what was noted before', () => {
  const { job } = newJob();
  note(job, refusal('a', 'is wrong'));
  expect(invalid(job, 'count', 'a number', 'x').message).toBe(
    "Stack/Job: 2 properties are invalid:\n  - 'a' is wrong\n  - 'count' must be a number, got 'x'",
  );
  expect(inconsistent(job, 'it cannot be').message).toBe('Stack/Job: it cannot be');
});

test('what nobody takes is an error, or a warning, of the synthesis', () => {
  const { stack, job } = newJob();
  note(job, refusal('a', 'is wrong'));
  expect(() => App.of(stack)!.node.root && (App.of(stack) as App).synth()).toThrow("[Stack/Job] 'a' is wrong");

  const other = newJob();
  note(other.job, warning('odd', 'a', 'is odd'));
  (App.of(other.stack) as App).synth();
  expect(Annotations.fromStack(other.stack).findWarning('*', Match.anyValue())).toHaveLength(1);
});

test('what was taken is not told again by the synthesis', () => {
  const { stack, job } = newJob();
  note(job, refusal('a', 'is wrong'));
  takeNoted(job);
  expect(() => (App.of(stack) as App).synth()).not.toThrow();
});
