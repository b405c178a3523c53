import type { PropertyNames } from '../validation/member-names';

/** The properties of a job in an experiment. */
export const EXPERIMENT_PROPERTIES: PropertyNames = {
  ExperimentConfig: 'experiment',
  'ExperimentConfig.ExperimentName': 'experiment.experimentName',
  'ExperimentConfig.TrialName': 'experiment.trialName',
  'ExperimentConfig.TrialComponentDisplayName': 'experiment.trialComponentDisplayName',
  'ExperimentConfig.RunName': 'experiment.runName',
};
