import type { UnconfirmedFact } from '../unconfirmed-fact';

/** What is unconfirmed about the ingestion jobs of knowledge bases. */
export const INGESTION_FACTS = {
  'ingestion-place': {
    title: 'What Start says while another ingestion of the knowledge base goes on',
    kinds: ['IngestionJob'],
    alternatives: {
      conflict: { meaning: 'That there are as many jobs as there may be, in a ConflictException.' },
      'other-words': {
        meaning: 'A ConflictException that says otherwise.',
        says: { code: 'ConflictException', text: 'There is an ongoing ingestion job for the data source.' },
      },
      'quota-exceeded': {
        meaning: 'That a quota is exceeded.',
        says: {
          code: 'ServiceQuotaExceededException',
          text: 'The number of requests exceeds the service quota. Resubmit your request later.',
        },
      },
      throttled: { meaning: 'That it was throttled.', says: { code: 'ThrottlingException', text: 'Rate exceeded' } },
    },
    usual: 'conflict',
  },
  'ingestion-counts': {
    title: 'When the statistics of a completed ingestion job are there',
    kinds: ['IngestionJob'],
    alternatives: {
      'with-the-status': { meaning: 'Together with the status COMPLETE.' },
      late: { meaning: 'Half a minute after it: until then, they are all 0.' },
      absent: { meaning: 'Never.' },
    },
    usual: 'with-the-status',
  },
  'stop-of-a-starting-ingestion': {
    title: 'Whether an ingestion job can be stopped that is STARTING',
    kinds: ['IngestionJob'],
    alternatives: {
      accepted: { meaning: 'It can, as one that is IN_PROGRESS.' },
      conflict: {
        meaning: 'Not yet: it conflicts with the state of the job.',
        says: { code: 'ConflictException', text: 'The operation conflicts with the state of the ingestion job.' },
      },
      invalid: {
        meaning: 'Not yet: the request is invalid until the job is IN_PROGRESS.',
        says: { code: 'ValidationException', text: 'An ingestion job must be in progress to be stopped.' },
      },
    },
    usual: 'accepted',
  },
} as const satisfies { readonly [id: string]: UnconfirmedFact };
