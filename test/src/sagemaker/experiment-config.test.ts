import { Lazy } from 'aws-cdk-lib';
import { renderExperimentConfig } from '../../../src/sagemaker/experiment-config';
import { newStack } from '../sample-job';

const render = (config: Parameters<typeof renderExperimentConfig>[1]) => renderExperimentConfig(newStack(), config);

test('an experiment has the names that the API takes', () => {
  const names = { experimentName: 'a', trialName: 'b', trialComponentDisplayName: 'c--d', runName: 'e' };
  expect(render(names)).toEqual({
    ExperimentName: 'a',
    TrialName: 'b',
    TrialComponentDisplayName: 'c--d',
    RunName: 'e',
  });
});

test.each(['experimentName', 'trialName', 'trialComponentDisplayName', 'runName'])('fails with a bad %s', (member) => {
  expect(() => render({ [member]: 'a_b' })).toThrow(
    `Stack: 'experiment.${member}' must be 1 to 120 characters, letters, digits and hyphens, beginning and ending with a letter or digit, got 'a_b'`,
  );
  expect(() => render({ [member]: 'x'.repeat(121) })).toThrow(/\(it has 121 characters\)/);
});

test('a name may be known at deployment only', () => {
  expect(() => render({ runName: Lazy.string({ produce: () => '_' }) })).not.toThrow();
});
