import { Lazy } from 'aws-cdk-lib';
import { type ExperimentConfig, renderExperimentConfig } from '../../../src/sagemaker/experiment-config';
import { newStack } from '../sample-job';
import { trainingJob } from '../sample-training-job';
import { transformJob } from '../sample-transform-job';

test('an experiment has the names that the API takes', () => {
  const names = { experimentName: 'a', trialName: 'b', trialComponentDisplayName: 'c--d', runName: 'e' };
  expect(renderExperimentConfig(names)).toEqual({
    ExperimentName: 'a',
    TrialName: 'b',
    TrialComponentDisplayName: 'c--d',
    RunName: 'e',
  });
});

describe.each([
  ['training', trainingJob],
  ['transform', transformJob],
])('the experiment of a %s job', (_, make) => {
  const jobIn = (experiment: ExperimentConfig) => () => make(newStack(), 'Job', { experiment });
  const allowed = '1 to 120 characters: letters, digits and hyphens, beginning and ending with a letter or digit';

  test.each([
    ['experimentName', 'ExperimentName'],
    ['trialName', 'TrialName'],
    ['trialComponentDisplayName', 'TrialComponentDisplayName'],
    ['runName', 'RunName'],
  ])('fails with a bad %s', (member, api) => {
    const must = `Stack/Job: 'experiment.${member}' (ExperimentConfig.${api}) must be ${allowed}`;
    expect(jobIn({ [member]: 'a_b' })).toThrow(`${must}, got 'a_b'`);
    expect(jobIn({ [member]: 'x'.repeat(121) })).toThrow(`${must} (it has 121), got '${'x'.repeat(121)}'`);
  });

  test('may have a name that is known at deployment only', () => {
    expect(jobIn({ runName: Lazy.string({ produce: () => 'run-1' }) })).not.toThrow();
  });
});
