import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { buildSync } from 'esbuild';
import { CHOICES, FACT_IDS } from '../../unconfirmed/facts';

const FOLDER = mkdtempSync(path.join(tmpdir(), 'cdk-ml-jobs-simulation-'));
const PROGRAM = path.join(FOLDER, 'simulate.js');
const STORMS = 50;

beforeAll(() => {
  const entryPoint = path.join(__dirname, '../../simulation/simulate.ts');
  buildSync({
    entryPoints: [entryPoint],
    bundle: true,
    platform: 'node',
    mainFields: ['module', 'main'],
    outfile: PROGRAM,
  });
});

afterAll(() => rmSync(FOLDER, { recursive: true }));

interface Search {
  readonly name: string;
  readonly runs: number;
  readonly faults: number;
}

/** The simulation as the command runs it: in processes of its own, where it takes a third of the time that it would take here. */
function simulate(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  const lines = stdout.trimEnd().split('\n');
  const searches = lines.flatMap((line): Search[] => {
    const [, name, runs, faults] = /^(.*?) +(\d+) runs +(\d+) faults /.exec(line) ?? [];
    return name === undefined ? [] : [{ name, runs: Number(runs), faults: Number(faults) }];
  });
  const complaints = lines.filter((line) => /VIOLATION|NEVER PLAYED/.test(line));
  return { status, searches, complaints, total: lines[lines.length - 1], stderr };
}

const runsOf = (searches: readonly Search[]) => searches.reduce((sum, { runs }) => sum + runs, 0);

describe('nothing is lost', () => {
  test('whatever goes wrong once', () => {
    const { status, searches, complaints, total } = simulate('--short', '--only', 'scenarios');

    expect(complaints).toEqual([]);
    expect(status).toBe(0);
    expect(total).toContain(`${searches.length} scenarios, 0 of them with pairs of faults, 0 storms, `);
    expect(searches.length).toBeGreaterThan(70);
    expect(runsOf(searches)).toBeGreaterThan(9000);
    // a scenario has a fault in every run but the first
    expect(searches.filter(({ runs, faults }) => faults < runs - 1)).toEqual([]);
  });

  test('under every alternative of what nobody has confirmed', () => {
    const { status, searches, complaints, total } = simulate('--short', '--only', 'alternatives');

    expect(complaints).toEqual([]);
    expect(status).toBe(0);
    expect(total).toContain(`, ${CHOICES.length} alternatives of ${FACT_IDS.length} unconfirmed facts: `);
    expect(searches.length).toBeGreaterThan(CHOICES.length);
    expect(runsOf(searches)).toBeGreaterThan(5000);
  });

  test('in storms', () => {
    const { status, searches, complaints, total } = simulate('--short', '--only', 'storms');

    expect(complaints).toEqual([]);
    expect(status).toBe(0);
    expect(total).toContain(` ${STORMS} storms, `);
    expect(runsOf(searches)).toBe(STORMS);
    expect(searches.filter(({ faults }) => faults === 0)).toEqual([]);
  });
});

test.each([
  ['--kind', 'compilation', /--kind: compilation must be one of CompilationJob, /],
  ['--only', 'pairs', /--only: pairs must be one of scenarios, alternatives, storms/],
])('%s %s is told, and plays nothing', (option, value, message) => {
  const { status, searches, stderr } = simulate('--short', option, value);

  expect(stderr).toMatch(message);
  expect(status).toBe(1);
  expect(searches).toEqual([]);
});
