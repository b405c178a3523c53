import type { Scenario } from './scenario';
import { courses, create, job, remove, update } from './stack-operations';
import { ingestForOthers } from '../aws/simulated-ingestion';

const KIND = 'IngestionJob';
/** How long others take the place in the knowledge base, in seconds. */
const OTHERS_SECONDS = 90;

/** What may happen with the one place that a knowledge base has for ingestions, and with what is in its index. */
export const INGESTION_SCENARIOS: readonly Scenario[] = [
  {
    name: 'create while others have the knowledge base ingested',
    play: async (world) => {
      ingestForOthers(world.account, OTHERS_SECONDS);
      await create(job(KIND, 'A'))(world);
    },
    shows: ['ingestion-place'],
    expected: 'CREATE_COMPLETE',
    isOfKind: true,
  },
  {
    name: 'update back to documents that others have taken the place of',
    given: async (world) => {
      await create(job(KIND, 'A'))(world);
      await update(job(KIND, 'B'))(world);
    },
    play: update(job(KIND, 'A')),
    expected: 'UPDATE_COMPLETE',
    isOfKind: true,
  },
  {
    name: 'delete a job that has just started',
    courses: courses({ A: [{ seconds: 1200, startupSeconds: 150 }] }),
    given: create(job(KIND, 'A', { wait: 'false' })),
    play: remove,
    shows: ['stop-of-a-starting-ingestion'],
    expected: 'DELETE_COMPLETE',
    hasPairs: false,
  },
];
