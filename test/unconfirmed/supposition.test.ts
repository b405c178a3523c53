import { Supposition, textOf } from '../../unconfirmed/supposition';

test('supposes what is usual where nothing else is said', () => {
  expect(Supposition.USUAL.nameOf('arn-case')).toBe('kept');
  expect(Supposition.USUAL.names).toEqual([]);
});

test('reads what a person writes; the last word on a fact counts', () => {
  const supposition = Supposition.read(['arn-case=lowered', 'batch-counts=late', 'arn-case=lowered-when-created']);

  expect(supposition.nameOf('arn-case', 'TrainingJob')).toBe('lowered-when-created');
  expect(supposition.names).toEqual(['arn-case=lowered-when-created', 'batch-counts=late']);
});

test('a kind that an alternative does not concern has what is usual', () => {
  const supposition = Supposition.read(['role-not-ready=validate-list-bucket', 'arn-case=lowered']);

  expect(supposition.nameOf('role-not-ready', 'ModelInvocationJob')).toBe('validate-list-bucket');
  expect(supposition.nameOf('role-not-ready', 'TrainingJob')).toBe('could-not-assume');
  expect(supposition.nameOf('arn-case', 'ModelInvocationJob')).toBe('kept');
});

test('what there is not is an error that says what there is', () => {
  expect(() => Supposition.read(['arn-case=upper'])).toThrow(
    '"arn-case=upper" must be one of arn-case=kept, arn-case=lowered, arn-case=lowered-when-created',
  );
  expect(() => Supposition.read(['weather=fine'])).toThrow(
    /^"weather=fine" must be <fact>=<alternative>, of these facts: role-not-ready, /,
  );
});

test('says what a service says of a job', () => {
  const supposition = Supposition.read(['not-found=could-not-find']);
  const choice = supposition.choiceOf('not-found', 'TrainingJob');

  expect(textOf(choice, { noun: 'training job', name: 'a' })).toEqual({
    code: 'ValidationException',
    text: "Could not find training job 'a'.",
  });
  expect(textOf(Supposition.USUAL.choiceOf('not-found'))).toBeUndefined();
});
