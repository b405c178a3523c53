import type { EVALUATION_FACTS } from '../facts/evaluation';
import type { Evidence } from '../unconfirmed-fact';

/** What is known of what is unconfirmed about the evaluation jobs of Bedrock. */
export const EVALUATION_EVIDENCE: Record<keyof typeof EVALUATION_FACTS, Evidence> = {
  'evaluation-results-written': {
    sources: [
      'https://docs.aws.amazon.com/bedrock/latest/userguide/model-evaluation-report-s3.html (read 2026-11-30): where the results are; of when they are there it says nothing',
    ],
    reliance: 'A required metric that no result has is looked for again for a minute.',
    otherwise: 'Results that come later than that fail the deployment, which says where it has looked.',
    check:
      'Poll `aws bedrock get-evaluation-job` and `aws s3 ls --recursive` of its output while a job ends: are all `_output.jsonl` there with the first Completed?',
  },
  'evaluation-metric-names': {
    sources: [
      'https://docs.aws.amazon.com/bedrock/latest/userguide/model-evaluation-report-s3.html (read 2026-11-30): an example with `"metricName": "Accuracy"` of a job that was asked for `Builtin.Accuracy`',
      'public code that reads the results of judged jobs looks for `Builtin.Helpfulness`',
    ],
    reliance: 'Both are taken for the same metric, in any letter case.',
    otherwise:
      'Under a third name, the metric is missing: the deployment fails, and says that there is no result of it.',
    check: 'Read a line of an `_output.jsonl` of each sort of job: what is in `metricName`?',
  },
};
