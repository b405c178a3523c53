import { newRehearsal, synthesize } from './deployment';
import { stagesOf, type PermittedApp, type Stage } from './permitted-apps';
import type { Rehearsal, RehearsalOptions, RehearsalResult } from '../../rehearsal/rehearsal';

/** So many virtual seconds after its start, an update is cancelled: its jobs run. */
const CANCELLED_AFTER_SECONDS = 120;
/** Of a job that nobody waits for: it runs until somebody stops it. */
const LONG_SECONDS = 100_000;

/** How jobs go in a stage of their own. */
const COURSES: { readonly [stage in Stage]?: RehearsalOptions['jobs'] } = {
  replaced: { '*': { duration: LONG_SECONDS } },
  failed: { '*': { duration: 60, failure: 'ClientError: no such column' } },
};

/** What a person takes between two operations, in milliseconds: what follows on an answer has come to its end. */
const BETWEEN_MS = 60_000;

/** The assemblies of an app, one for each stage of its life. */
export type Assemblies = ReadonlyMap<Stage, string>;

/** How an app's life went. */
export interface Life {
  readonly rehearsal: Rehearsal;
  /** The first stage that did not go as it should; undefined where all did. */
  readonly failed?: Stage | 'deleted';
  /** How long it took, in milliseconds of the rehearsal. */
  readonly elapsedMs: number;
}

export function assembliesOf(app: PermittedApp): Assemblies {
  return new Map(stagesOf(app).map((stage) => [stage, synthesize((scope) => app.make(scope, stage))]));
}

/** Deploys an app in all its stages, and deletes it; ends where a stage does not go as it should. */
export async function liveThrough(app: PermittedApp, assemblies: Assemblies): Promise<Life> {
  const rehearsal = newRehearsal(app.options);
  const failed = await failedStage(app, assemblies, rehearsal);
  const { elapsedMs } = rehearsal;
  return failed === undefined ? { rehearsal, elapsedMs } : { rehearsal, elapsedMs, failed };
}

async function failedStage(app: PermittedApp, assemblies: Assemblies, rehearsal: Rehearsal): Promise<Life['failed']> {
  let last = '';
  for (const [stage, assembly] of assemblies) {
    last = assembly;
    if (stage === 'cancelled') {
      rehearsal.at(rehearsal.elapsedMs / 1000 + CANCELLED_AFTER_SECONDS, () => rehearsal.cancelUpdate('App'));
    }
    const jobs = app.isBrief ? undefined : (COURSES[stage] ?? app.options?.jobs);
    if (!isAsItShouldBe(stage, await rehearsal.deploy(assembly, { jobs }))) return stage;
    await rehearsal.clock.advance(BETWEEN_MS);
  }
  const { ok } = await rehearsal.destroy(last);
  return ok ? undefined : 'deleted';
}

/** An update that is cancelled, or fails, is rolled back, and nobody may lack a permission for that. */
function isAsItShouldBe(stage: Stage, { ok, stacks, denials }: RehearsalResult): boolean {
  if (stage !== 'cancelled' && stage !== 'failed') return ok;
  return stacks.App.status === 'UPDATE_ROLLBACK_COMPLETE' && denials.length === 0;
}
