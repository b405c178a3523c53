import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { buildSync } from 'esbuild';
import { CHOICES, FACT_IDS } from '../../unconfirmed/facts';

const FOLDER = mkdtempSync(path.join(tmpdir(), 'cdk-ml-jobs-simulation-'));

afterAll(() => rmSync(FOLDER, { recursive: true }));

/** The simulation as the command runs it: in processes of its own, where it takes a third of the time that it would take here. */
function simulate(...args: string[]): { readonly status: number | null; readonly lines: string[] } {
  const outfile = path.join(FOLDER, 'simulate.js');
  buildSync({
    entryPoints: [path.join(__dirname, '../../simulation/simulate.ts')],
    bundle: true,
    platform: 'node',
    mainFields: ['module', 'main'],
    outfile,
  });
  const { status, stdout } = spawnSync(process.execPath, [outfile, ...args], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  return { status, lines: stdout.trimEnd().split('\n') };
}

test('nothing is lost, whatever goes wrong, under every alternative of what nobody has confirmed', () => {
  const { status, lines } = simulate('--short');

  expect(lines.filter((line) => /VIOLATION|NEVER PLAYED/.test(line))).toEqual([]);
  expect(status).toBe(0);
  const total = lines[lines.length - 1];
  expect(total).toContain(
    ` scenarios, 0 of them with pairs of faults, 50 storms, ${CHOICES.length} alternatives of ${FACT_IDS.length} unconfirmed facts: `,
  );
  const [, runs] = /: (\d+) runs, \d+ faults injected, .* 0 violations, /.exec(total)!.map(Number);
  expect(runs).toBeGreaterThan(5000);
  // a scenario has a fault in every run but the first; an alternative is played without any, too, and a storm may be a fair day
  const searches = lines.flatMap((line) => {
    const [, name, ...figures] = /^(.*?) +(\d+) runs +(\d+) faults /.exec(line) ?? [];
    return name === undefined || / under |^storms /.test(name) ? [] : [{ name, figures: figures.map(Number) }];
  });
  expect(searches.length).toBeGreaterThan(30);
  expect(searches.filter(({ figures: [plays, faults] }) => faults < plays - 1)).toEqual([]);
});
