import { sourceWith } from '../../../scripts/mutation-check/defect';

const defect = { name: 'no stop', file: 'stop.ts', text: 'stop(job);', replacement: '$& // none', loss: 'money' };

test('the replacement takes the place of the text, word for word', () => {
  expect(sourceWith(defect, 'if (late) stop(job);')).toBe('if (late) $& // none');
});

test.each([
  ['is not there any more', 'halt(job);', 0],
  ['is there twice', 'stop(job); stop(job);', 2],
])('a text that %s is an error', (_, source, times) => {
  expect(() => sourceWith(defect, source)).toThrow(
    `Defect 'no stop': lambda/stop.ts must have its text once, and has it ${times} times: stop(job);`,
  );
});
