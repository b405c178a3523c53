import type { RequestRecord } from '../../simulation/cloudformation/request-record';
import { FailureCheck } from '../../simulation/failure-check';
import type { PlannedFault } from '../../simulation/fault-plan';
import { runScenario } from '../../simulation/run-scenario';
import { scenarioNamed } from '../../simulation/search-plan';
import type { DueFailure } from '../../simulation/supposed-facts';

const FAULTS: PlannedFault[] = [{ point: 4, fault: 'tick-twice' }];
const GONE: DueFailure = { words: ['gone'], metAt: 0 };
const AVOIDABLE = { ...GONE, isAvoidable: true };

/** What is said of a request that has met a failure, and had an outcome after 100 seconds. */
function saidOf(
  due: DueFailure | undefined,
  outcome: RequestRecord['outcome'],
  { met = [], isHarmed = false }: { readonly met?: PlannedFault[]; readonly isHarmed?: boolean } = {},
): string[] {
  const said: string[] = [];
  const world = {
    excuses: { isHarmed: () => isHarmed },
    facts: { failuresOf: () => (due ? [due] : []) },
    plan: { met },
    now: 100_000,
  };
  new FailureCheck(world, (what, details) => said.push(`${what}: ${details}`)).checkOutcome({
    id: 'r1',
    outcome,
  } as RequestRecord);
  return said;
}

const success: RequestRecord['outcome'] = { kind: 'success', physicalId: 'id', data: {} };
const failed = (reason: string): RequestRecord['outcome'] => ({ kind: 'failed', physicalId: 'id', reason });
const ENDED = 'The ingestion job ended as FAILED: ClientError: no such model';
const STOPPED = 'The ingestion job had not ended after 780 seconds, so it was stopped';
const NO_WORD = (reason: string) => [`a reason does not help: r1: there is no gone in: ${reason}`];

test.each<[string, DueFailure, RequestRecord['outcome'], string[]]>([
  ['succeeds that cannot', GONE, success, ['a request succeeds that cannot: r1']],
  ['fails with another reason', GONE, failed('no'), NO_WORD('no')],
  ['fails with that of its job where it met nothing', AVOIDABLE, failed(ENDED), NO_WORD(ENDED)],
  [
    'fails late',
    { ...GONE, withinSeconds: 60 },
    failed('It is gone'),
    ['a request that cannot succeed takes too long: r1: 100 seconds, not 60'],
  ],
])('a request that %s is a violation', (_, due, outcome, violations) => {
  expect(saidOf(due, outcome)).toEqual(violations);
});

test('where the job must have been, its own end is no reason, whatever else was met', () => {
  expect(saidOf(GONE, failed(ENDED), { met: FAULTS })).toEqual(NO_WORD(ENDED));
});

test('a request is as it should be', () => {
  expect(saidOf(undefined, failed('no'))).toEqual([]);
  expect(saidOf(GONE, failed('no'), { isHarmed: true })).toEqual([]);
  expect(saidOf(GONE, { kind: 'timeout' })).toEqual([]);
  expect(saidOf(GONE, failed('It is Gone'))).toEqual([]);
  expect(saidOf(AVOIDABLE, success)).toEqual([]);
  expect(saidOf(AVOIDABLE, failed(ENDED), { met: FAULTS })).toEqual([]);
  expect(saidOf(AVOIDABLE, failed(STOPPED), { met: FAULTS })).toEqual([]);
  const last = 'Gave up after 300 seconds: TimeoutError';
  expect(saidOf(GONE, failed(last), { met: FAULTS })).toEqual([]);
});

test('a job that one of two ticks has started, and that has failed when the other asks with its token, is its reason', async () => {
  const scenario = scenarioNamed('IngestionJob', 'create a job that fails');
  const { violations } = await runScenario(scenario, [...FAULTS, { point: 8, fault: 'slow' }]);
  expect(violations).toEqual([]);
});
