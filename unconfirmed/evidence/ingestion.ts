import type { INGESTION_FACTS } from '../facts/ingestion';
import type { Evidence } from '../unconfirmed-fact';

/** What is known of what is unconfirmed about the ingestion jobs of knowledge bases. */
export const INGESTION_EVIDENCE: Record<keyof typeof INGESTION_FACTS, Evidence> = {
  'ingestion-place': {
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
    sources: ['API reference: statistics is a member that may be absent; of when it is there it says nothing'],
    reliance: 'A completed job that seems to have seen no document is looked at again for a minute.',
    otherwise: 'Where there are no statistics at all, the job is a success, and its attributes are empty.',
    check:
      'Poll `aws bedrock-agent get-ingestion-job` while a job ends: has the first answer with COMPLETE all the statistics?',
  },
  'stop-of-a-starting-ingestion': {
    sources: [
      'https://docs.aws.amazon.com/bedrock/latest/userguide/kb-data-source-sync-ingest.html (read 2026-11-29): "must be currently running"; whether that takes in STARTING, it does not say',
    ],
    reliance: 'Nothing: a job that is STARTING is asked to stop again until it does, or has ended.',
    otherwise: 'A deletion, and a rollback, take as long as the job takes to start.',
    check:
      '`aws bedrock-agent stop-ingestion-job` right after `start-ingestion-job`: what does it answer, and what becomes of the job?',
  },
};
