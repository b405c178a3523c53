/*
 * Takes each statement out of every generated policy, one at a time, and says whether the life of an app fails without
 * it, or takes longer: it must where the life with all statements has needed it, and only there. `npm run permissions`.
 */
import { availableParallelism } from 'node:os';
import { removalPlan } from './removal-plan';
import { REMOVED_FROM, type UsedStatement } from './statement-removals';
import { WorkerPool } from './worker-pool';

/** A process of its own runs the handler of each: more of both would only wait for one another. */
const MOST_AT_ONCE = 4;
const LONGEST_TEXT = 110;
/** A life that takes so much longer, in rehearsed milliseconds, misses something: a rollback looks out for a job that it could have known of. */
const SLOWER_MS = 30_000;

async function main(): Promise<void> {
  const pool = new WorkerPool(Math.min(MOST_AT_ONCE, availableParallelism()));
  try {
    await check(pool);
  } finally {
    pool.end();
  }
}

async function check(pool: WorkerPool): Promise<void> {
  const begun = Date.now();
  const apps = new Array<readonly UsedStatement[]>(REMOVED_FROM.length).fill([]);
  const wholeMs: number[] = [];
  const lives = REMOVED_FROM.map((_, app) => ({ kind: 'statements', app }) as const);
  await pool.carryOut(lives, (app, result) => {
    if (result.kind !== 'statements') return;
    apps[app] = result.statements;
    wholeMs[app] = result.elapsedMs;
    print(`${REMOVED_FROM[app].name}: lives with ${result.statements.length} statements`);
  });
  const plan = removalPlan(apps);
  const surprises: string[] = [];
  let failures = 0;
  let delays = 0;
  const removals = plan.map(({ app, statement: { index } }) => ({ kind: 'removal', app, index }) as const);
  await pool.carryOut(removals, (number, result) => {
    if (result.kind !== 'removal') return;
    const { app, statement } = plan[number];
    const { failed, elapsedMs } = result;
    const isSlower = elapsedMs - wholeMs[app] >= SLOWER_MS;
    if (failed !== undefined) failures++;
    else if (isSlower) delays++;
    const course = failed === undefined ? (isSlower ? 'takes longer' : 'goes as with it') : `fails when ${failed}`;
    const line = `${REMOVED_FROM[app].name}: ${course} without ${statement.text.slice(0, LONGEST_TEXT)}`;
    print(line);
    if ((failed !== undefined || isSlower) !== statement.isNeeded) surprises.push(line);
  });
  for (const surprise of surprises) print(`\nNOT AS THE LIFE WITH ALL STATEMENTS SAYS\n  ${surprise}`);
  const seconds = Math.round((Date.now() - begun) / 1000);
  print(
    `\n${apps.flat().length} statements of ${apps.length} apps, ${plan.length} of them removed one at a time: ${failures} lives failed, ` +
      `${delays} took longer, ${plan.length - failures - delays} went as before, ${surprises.length} not as they should, ${seconds} s`,
  );
  if (surprises.length > 0) process.exitCode = 1;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
