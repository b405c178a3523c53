import { runScenario } from '../../simulation/run-scenario';
import { KINDS, scenariosOf } from '../../simulation/scenarios/scenarios';
import { scenarioNamed } from '../../simulation/search-plan';
import { Supposition } from '../../unconfirmed/supposition';

const create = scenarioNamed('CompilationJob', 'create');

test.each(KINDS)('without faults, every scenario of %s ends as it should', async (kind) => {
  for (const scenario of scenariosOf(kind)) {
    const { violations, status } = await runScenario(scenario);
    expect([scenario.name, ...violations]).toEqual([scenario.name]);
    // that one shows what may be otherwise, and fails in the usual case
    const isOpen = scenario.shows?.includes('old-client-token');
    if (!scenario.isInterrupted && !isOpen) expect([scenario.name, status]).toEqual([scenario.name, scenario.expected]);
  }
});

/** An update that is rolled back since another resource fails, and where its rollback begins. */
async function besideOneThatFails(kind: (typeof KINDS)[number]) {
  const scenario = scenarioNamed(kind, 'update beside a resource that fails');
  const { points } = await runScenario(scenario);
  return { scenario, points, rollback: points.findIndex(({ label }) => label === 'r3 ticks') };
}

test.each(['ModelCustomizationJob', 'ModelImportJob'] as const)(
  'what a %s has made is not left behind by a rollback that has come to nothing, and that is to be gone on with',
  async (kind) => {
    const { scenario, rollback } = await besideOneThatFails(kind);
    const { status, met, violations } = await runScenario(scenario, [{ point: rollback, fault: 'gone' }]);
    expect([status, met.length, ...violations]).toEqual(['UPDATE_ROLLBACK_FAILED', 1]);
  },
);

test('a rollback that has an ingestion done again may ask for it twice at once', async () => {
  const { scenario, rollback, points } = await besideOneThatFails('IngestionJob');
  const ticks = points.flatMap(({ label }, point) => (point >= rollback && label === 'r3 ticks' ? [point] : []));
  expect(ticks.length).toBeGreaterThan(2);
  for (const point of ticks) {
    const { violations } = await runScenario(scenario, [{ point, fault: 'tick-twice' }]);
    expect(violations).toEqual([]);
  }
});

test('a rollback lets a long ingestion that it has done again go on, and the execution that follows it, too', async () => {
  const scenario = scenarioNamed('IngestionJob', 'update a long job and back');
  const { points } = await runScenario(scenario);
  const point = points.findIndex(({ label }) => label === 'PUT for r3') + 1;
  // nobody signals the condition of the update, which goes back for that
  const { met, violations } = await runScenario(scenario, [{ point, fault: 'gone' }]);
  expect([met.length, ...violations]).toEqual([1]);
});

test('a job that finds no place is given up in the second of its deadline', async () => {
  const scenario = scenarioNamed('IngestionJob', 'replace a job that runs already');
  const { met, violations } = await runScenario(scenario, [{ point: 1, fault: 'throttled' }]);
  expect([met.length, ...violations]).toEqual([1]);
});

test('what cannot succeed may tell what the last of its tries has met', async () => {
  const scenario = scenarioNamed('ModelInvocationJob', 'update back to a job whose record is gone');
  const supposition = Supposition.read(['old-client-token=refused']);
  const { points } = await runScenario(scenario, [], { supposition });
  const [point] = points.flatMap(({ place }, index) => (place === 'create' ? [index] : [])).slice(-1);
  const { met, status, violations } = await runScenario(scenario, [{ point, fault: 'lost-once' }], { supposition });

  expect([met.length, status, ...violations]).toEqual([1, 'UPDATE_ROLLBACK_COMPLETE']);
});

test('tells where faults can be, and which have met', async () => {
  const { points, met } = await runScenario(create, [{ point: 5, fault: 'crash-after' }]);

  expect(points.slice(0, 8).map(({ place, label }) => `${place}: ${label.replace(/--\w+$/, '')}`)).toEqual([
    'request: Create Job (r1)',
    expect.stringMatching(/^execution: StartExecution Job-/),
    'tick: r1 ticks',
    'describe: DescribeCompilationJob shop--job',
    'tick: r1 ticks',
    'describe: DescribeCompilationJob shop--job',
    'create: CreateCompilationJob shop--job',
    'tick: r1 ticks',
  ]);
  // a Describe has no effect to crash after
  expect(met).toEqual([]);
});

test('goes the same way every time, and says how', async () => {
  const faults = [{ point: 6, fault: 'crash-after' as const }];
  const [first, second] = [
    await runScenario(create, faults, { isTraced: true }),
    await runScenario(create, faults, { isTraced: true }),
  ];

  expect(first.met).toEqual(faults);
  expect(second.trace).toBe(first.trace);
  expect(first.trace).toContain('** CreateCompilationJob shop--job--');
  expect(first.trace).toMatch(/the stack is CREATE_COMPLETE$/);
});

test('an outcome that should be another is a violation', async () => {
  const { violations } = await runScenario({ ...create, expected: 'ROLLBACK_COMPLETE' });

  expect(violations).toEqual(['the outcome is another one: CREATE_COMPLETE, not ROLLBACK_COMPLETE']);
});

test('who gives up on an operation has it taken back', async () => {
  const scenario = scenarioNamed('CompilationJob', 'cancel an update');
  const { status, isInterrupted, violations } = await runScenario(scenario, [{ point: 12, fault: 'interrupt' }]);

  expect({ status, isInterrupted, violations }).toEqual({
    status: 'UPDATE_ROLLBACK_COMPLETE',
    isInterrupted: true,
    violations: [],
  });
});
