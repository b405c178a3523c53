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
    sources: [
      'public notes of projects with an account: ConflictException, "You have reached the maximum number of concurrent ingestion jobs per knowledge base: 1"',
      'https://aws.amazon.com/blogs/machine-learning/build-and-deploy-an-automatic-sync-solution-for-amazon-bedrock-knowledge-bases/ (read 2026-11-29): one job a knowledge base, one a data source, five an account',
      'the service model has ConflictException and ServiceQuotaExceededException for StartIngestionJob, and says not when either comes',
    ],
    reliance:
      'That neither is about the request: a place is waited for, for as long as the deployment waits for the job.',
    otherwise: 'An error of another name is taken for a refusal: the deployment fails with it, and nothing runs.',
    check: '`aws bedrock-agent start-ingestion-job` twice for one data source; note what the second answers.',
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
    sources: ['API reference: statistics is a member that may be absent; of when it is there it says nothing'],
    reliance: 'A completed job that seems to have seen no document is looked at again for a minute.',
    otherwise: 'Where there are no statistics at all, the job is a success, and its attributes are empty.',
    check:
      'Poll `aws bedrock-agent get-ingestion-job` while a job ends: has the first answer with COMPLETE all the statistics?',
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
    sources: [
      'https://docs.aws.amazon.com/bedrock/latest/userguide/kb-data-source-sync-ingest.html (read 2026-11-29): "must be currently running"; whether that takes in STARTING, it does not say',
    ],
    reliance: 'Nothing: a job that is STARTING is asked to stop again until it does, or has ended.',
    otherwise: 'A deletion, and a rollback, take as long as the job takes to start.',
    check:
      '`aws bedrock-agent stop-ingestion-job` right after `start-ingestion-job`: what does it answer, and what becomes of the job?',
  },
} as const satisfies { readonly [id: string]: UnconfirmedFact };
