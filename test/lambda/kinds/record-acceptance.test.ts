import type { ModelInvocationJobStatus } from '@aws-sdk/client-bedrock';
import { areCountsLate, refusalOf } from '../../../lambda/kinds/record-acceptance';
import type { ModelInvocationJobAcceptance } from '../../../src/contract';

/** The counts of a job of so many records, of which some were processed and some of these have failed. */
const counts = (total: number, errors: number, processed = total) => ({
  status: 'Completed' as ModelInvocationJobStatus,
  totalRecordCount: total,
  processedRecordCount: processed,
  successRecordCount: processed - errors,
  errorRecordCount: errors,
});
const partial = (total: number, errors: number, processed: number) => ({
  ...counts(total, errors, processed),
  status: 'PartiallyCompleted' as const,
});

type Counts = Parameters<typeof refusalOf>[0];

describe('a job is accepted', () => {
  test.each<[string, Counts, ModelInvocationJobAcceptance]>([
    ['without a failed record', counts(100, 0), {}],
    ['with failed records, where there is no limit', counts(100, 99), {}],
    ['with as many failed records as may have failed', counts(100, 5), { MaxErrorRecords: '5' }],
    ['without a failed record, where none may have failed', counts(100, 0), { MaxErrorRecords: '0' }],
    ['with as large a share as may have failed', counts(100, 5), { MaxErrorShare: '0.05' }],
    ['with a smaller share', counts(1000, 49), { MaxErrorShare: '0.05' }],
    ['with as large a share, of which a product falls short', counts(100, 29), { MaxErrorShare: '0.29' }],
    ['without a failed record, where no share may have failed', counts(100, 0), { MaxErrorShare: '0' }],
    ['with both limits kept', counts(100, 5), { MaxErrorRecords: '5', MaxErrorShare: '0.05' }],
    ['that is partial, where that is accepted', partial(100, 0, 40), { PartialCompletion: 'true' }],
    [
      'that is partial, with failed records within the limit',
      partial(100, 5, 40),
      { PartialCompletion: 'true', MaxErrorRecords: '5' },
    ],
    [
      'that is partial, with a share of all records within the limit',
      partial(100, 5, 10),
      { PartialCompletion: 'true', MaxErrorShare: '0.05' },
    ],
    ['whose counts are not known', { status: 'Completed' }, { MaxErrorRecords: '0', MaxErrorShare: '0' }],
  ])('%s', (_, job, acceptance) => {
    expect(refusalOf(job, acceptance)).toBeUndefined();
  });
});

describe('a job is refused', () => {
  test.each<[string, Counts, ModelInvocationJobAcceptance, string]>([
    ['that has processed nothing', counts(100, 0, 0), {}, 'none of its 100 records was processed'],
    [
      'whose processed records are not counted',
      { status: 'Completed', totalRecordCount: 100 },
      {},
      'none of its 100 records was processed',
    ],
    [
      'that has processed nothing in time, where that is accepted',
      partial(100, 0, 0),
      { PartialCompletion: 'true' },
      'none of its 100 records was processed',
    ],
    ['without any records', counts(0, 0), {}, 'it has processed no record, for its input has none'],
    [
      'with one failed record more than may have failed',
      counts(100, 6),
      { MaxErrorRecords: '5' },
      '6 of 100 records failed, and maxErrorRecords is 5',
    ],
    [
      'with a failed record, where none may have failed',
      counts(100, 1),
      { MaxErrorRecords: '0' },
      '1 of 100 records failed, and maxErrorRecords is 0',
    ],
    [
      'with a larger share than may have failed',
      counts(100, 6),
      { MaxErrorShare: '0.05' },
      '6 of 100 records failed, and maxErrorShare is 0.05',
    ],
    [
      'with a failed record, where no share may have failed',
      counts(100, 1),
      { MaxErrorShare: '0' },
      '1 of 100 records failed, and maxErrorShare is 0',
    ],
    [
      'with one of two limits exceeded',
      counts(100, 6),
      { MaxErrorRecords: '10', MaxErrorShare: '0.05' },
      '6 of 100 records failed, and maxErrorShare is 0.05',
    ],
    ['whose records have all failed, where there is no limit', counts(100, 100), {}, '100 of 100 records failed'],
    [
      'whose records have all failed, whatever the limits are',
      counts(2, 2),
      { MaxErrorRecords: '5', MaxErrorShare: '1' },
      '2 of 2 records failed',
    ],
    [
      'whose processed records have all failed, also where it is partial',
      partial(100, 40, 40),
      { PartialCompletion: 'true' },
      '40 of 100 records failed',
    ],
    [
      'that is partial, where nothing is said of that',
      partial(100, 0, 40),
      {},
      'only 40 of 100 records were processed in time; set acceptPartialCompletion to accept that, or raise timeout',
    ],
    [
      'that is partial, where that is not accepted',
      partial(100, 2, 40),
      { PartialCompletion: 'false', MaxErrorRecords: '5' },
      'only 40 of 100 records were processed in time, and 2 of them failed; set acceptPartialCompletion to accept that, or raise timeout',
    ],
    [
      'that is partial, with counts that are not known',
      { status: 'PartiallyCompleted' },
      {},
      'only 0 of 0 records were processed in time; set acceptPartialCompletion to accept that, or raise timeout',
    ],
    [
      'that counts only what it has processed, and more of that has failed than may have',
      { status: 'Completed', processedRecordCount: 100, successRecordCount: 94, errorRecordCount: 6 },
      { MaxErrorShare: '0.05' },
      '6 of 100 records failed, and maxErrorShare is 0.05',
    ],
  ])('%s', (_, job, acceptance, refusal) => {
    expect(refusalOf(job, acceptance)).toBe(refusal);
  });
});

describe('the counts of a job that has completed', () => {
  test.each<[string, Counts, boolean]>([
    ['are late where they are not given', { status: 'Completed' }, true],
    ['are late where nothing is processed yet', counts(100, 0, 0), true],
    ['are late where all are 0', counts(0, 0), true],
    ['are there where records were processed', counts(100, 0), false],
    ['are there where all records have failed', counts(100, 100), false],
    ['are there where only successes are counted', { status: 'Completed', successRecordCount: 1 }, false],
  ])('%s', (_, job, areLate) => {
    expect(areCountsLate(job)).toBe(areLate);
  });
});
