import type { JobRun } from '../../../rehearsal/jobs/job-run';
import type { JobUsage } from '../../../rehearsal/jobs/job-usage';
import { costLines } from '../../../rehearsal/terminal/cost-report';

const run = (job: string, usage: JobUsage): JobRun => ({ job, status: 'Completed', afterMs: 0, tookMs: 1, usage });
const instances = [{ type: 'ml.m5.xlarge', count: 2, seconds: 36_000 }];

test('says of each job what it uses, and what is known in all', () => {
  const runs = [
    run('Train', { instances, note: 'managed spot, which costs less' }),
    run('Classify', { instances: [], note: 'by the token' }),
  ];
  expect(costLines(runs)).toEqual([
    'Estimated cost, not a price (for the rehearsed time, on demand in us-east-1, as of 2025-04):',
    '  Train     $4.60  2 × ml.m5.xlarge for 10.00 h; managed spot, which costs less',
    '  Classify      –  by the token',
    '  In all    $4.60',
  ]);
});

test('one job alone needs no sum', () => {
  expect(costLines([run('Train', { instances })])).toHaveLength(2);
});

test('says where nothing is known, and nothing of no jobs', () => {
  expect(costLines([run('Ask', { instances: [], note: 'by the token' })])).toEqual([
    'Cost, of which there is no estimate:',
    '  Ask  –  by the token',
  ]);
  expect(costLines([])).toEqual([]);
});
