import type { UnconfirmedFact } from '../unconfirmed-fact';

/** What is unconfirmed about the evaluation jobs of Bedrock. */
export const EVALUATION_FACTS = {
  'evaluation-results-written': {
    title: 'When the results of a completed evaluation job are in its bucket',
    kinds: ['EvaluationJob'],
    alternatives: {
      'with-the-status': { meaning: 'Before it is Completed.' },
      late: { meaning: 'Some seconds after it.' },
    },
    usual: 'with-the-status',
  },
  'evaluation-metric-names': {
    title: 'What the results of an evaluation job call a metric of Bedrock’s own',
    kinds: ['EvaluationJob'],
    alternatives: {
      plain: { meaning: 'By its name alone, as in `Accuracy`.' },
      'as-asked-for': { meaning: 'As the request does, as in `Builtin.Accuracy`.' },
    },
    usual: 'plain',
  },
} as const satisfies { readonly [id: string]: UnconfirmedFact };
