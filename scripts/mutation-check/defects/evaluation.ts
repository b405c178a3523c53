import type { Defect } from '../defect';

/** What an evaluation is a gate with: the results that its job has written. */
export const EVALUATION: readonly Defect[] = [
  {
    name: 'a metric that no result has is good enough',
    file: 'kinds/evaluation-acceptance.ts',
    text: '  if (isIncomplete) {\n',
    replacement: '  if (isIncomplete && found.length > 0) {\n',
    loss: 'a metric whose name is wrong is a gate that lets everything pass',
  },
  {
    name: 'one folder of results is enough',
    file: 'kinds/evaluation-acceptance.ts',
    text: 'Math.max(1, expectedFolders(metric, asked))',
    replacement: '1',
    loss: 'a model or a dataset of which there are no results passes',
  },
  {
    name: 'a result that is no number is left out of the mean',
    file: 'kinds/evaluation-acceptance.ts',
    text: '  if (unusable !== undefined) return `',
    replacement: '  if (unusable !== undefined && count === 0) return `',
    loss: 'prompts that could not be rated pass',
  },
  {
    name: 'a line that cannot be read is passed over',
    file: 'kinds/evaluation-scores.ts',
    text: '    throw new UnreadableResults(`${key} has a line that is no JSON`, { cause: error });',
    replacement: '    return {};',
    loss: 'results that are cut off pass',
  },
  {
    name: 'results that are not there yet are not waited for',
    file: 'kinds/evaluation-job.ts',
    text: '...attributes }, isProvisional };',
    replacement: '...attributes } };',
    loss: 'a job whose results come a moment late fails the deployment',
  },
  {
    name: 'a job must be judged to be deleted',
    file: 'kinds/evaluation-job.ts',
    text: '!acceptance || isLeaving',
    replacement: '!acceptance',
    loss: 'a stack whose results are gone cannot be deleted',
  },
  {
    name: 'a job that is shown no more when it is judged fails its resource',
    file: 'kinds/evaluation-job.ts',
    text: "    if (bedrockMeaning(error) === 'not-found') return undefined;\n",
    replacement: '',
    loss: 'a job that is not shown everywhere yet fails the deployment',
  },
];
