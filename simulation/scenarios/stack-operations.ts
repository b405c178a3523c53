import { type JobOptions } from './sample-jobs';
import { jobResource, longTemplate, type LongWaitOptions, plainResource } from './sample-templates';
import type { Courses } from '../aws/account';
import type { KindKey } from '../aws/job-wording';
import type { Template } from '../cloudformation/template';
import type { World } from '../world';

export const MALFUNCTION = 'ClientError: no such model';
export const SHORT_WAIT_SECONDS = 60;
/** From one operation to the next. */
const BETWEEN_SECONDS = 60;
const LONG_JOB_SECONDS = 1200;
/** Longer than a custom resource may wait. */
const LONG_WAIT_SECONDS = 12_000;

type Play = (world: World) => Promise<void>;

/** A stack with one job. */
export function job(kind: KindKey, version: string, options: Partial<JobOptions> = {}): Template {
  return { Job: jobResource({ kind, version, ...options }) };
}

/** The same, with a resource that is made after the job. */
export function jobWithLast(
  kind: KindKey,
  version: string,
  fails: boolean,
  options: Partial<JobOptions> = {},
): Template {
  return { ...job(kind, version, options), Last: plainResource(version, fails, ['Job']) };
}

/** A stack with one job that is waited for by wait conditions. */
export function longJob(kind: KindKey, version: string, options: Partial<JobOptions & LongWaitOptions> = {}): Template {
  return longTemplate({ kind, version, waitSeconds: LONG_WAIT_SECONDS, ...options });
}

/** The same, with a resource that is made while its first condition waits. */
export function longJobBeside(
  kind: KindKey,
  version: string,
  fails: boolean,
  options: Partial<JobOptions & LongWaitOptions> = {},
): Template {
  return { ...longJob(kind, version, options), Beside: plainResource(version, fails, ['Job']) };
}

/** The same, with a resource that is made while its conditions wait for another one to begin. */
export function longJobHeldUp(kind: KindKey, version: string, fails: boolean): Template {
  return {
    Needed: plainResource(version, false),
    Beside: plainResource(version, fails),
    ...longJob(kind, version, { needs: ['Needed'] }),
  };
}

/** A stack is made. */
export function create(template: Template): Play {
  return async (world) => void (await world.newStack().create(template));
}

/** It is updated, once or more often. */
export function update(...templates: Template[]): Play {
  return async ({ stacks: [stack], scheduler }) => {
    for (const template of templates) {
      await scheduler.sleep(BETWEEN_SECONDS, 'the next operation begins');
      // CloudFormation updates no stack whose rollback has failed
      if (stack.status === 'UPDATE_ROLLBACK_FAILED') return;
      await stack.update(template);
    }
  };
}

/** A stack is made, and what has failed in it is left as it is; then, after a pause, it is updated in the same way. */
export function withoutRollback(pauseSeconds: number, ...templates: Template[]): Play {
  return async (world) => {
    const stack = world.newStack();
    const [first, ...others] = templates;
    await stack.create(first, { hasNoRollback: true });
    for (const template of others) {
      await world.scheduler.sleep(pauseSeconds, 'the next operation begins');
      await stack.update(template, { hasNoRollback: true });
    }
  };
}

/** It is deleted; if that fails, the person who sees it tries again. */
export async function remove({ stacks: [stack] }: World): Promise<void> {
  if ((await stack.delete()) === 'DELETE_FAILED') await stack.delete();
}

/** It is made, and, where that has failed, made once more. */
export function createAgain(template: Template): Play {
  return async (world) => {
    const stack = world.newStack();
    if ((await stack.create(template)) !== 'ROLLBACK_COMPLETE') return;
    await stack.delete();
    await world.newStack().create(template);
  };
}

/** The same where the quota of the account is used up for some seconds. */
export function atFullQuota(seconds: number, play: Play): Play {
  return async (world) => {
    world.account.fill(seconds);
    await play(world);
  };
}

/** The same where roles take some seconds to propagate. */
export function withNewRoles(seconds: number, play: Play): Play {
  return async (world) => {
    world.account.rolesReadyAt = world.now + seconds * 1000;
    await play(world);
  };
}

/** The same where, for some seconds, jobs fail at once, for their roles are not known everywhere. */
export function withRolesUnknown(seconds: number, play: Play): Play {
  return async (world) => {
    world.account.rolesFailUntil = world.now + seconds * 1000;
    await play(world);
  };
}

/** The same where the function may not create jobs for some seconds. */
export function whereDenied(seconds: number, play: Play): Play {
  return async (world) => {
    world.account.denyStart(seconds);
    await play(world);
  };
}

/** The same where another job has the name since a moment before. */
export function besideJobNamed(kind: KindKey, name: string, play: Play): Play {
  return async (world) => {
    world.account.addOther(kind, name);
    await play(world);
  };
}

/** How the jobs of the resource go that every scenario has, by the version of their spec. */
export function courses(byVersion: Courses): Courses {
  return Object.fromEntries(Object.entries(byVersion).map(([version, course]) => [`Job.${version}`, course]));
}

/** Jobs that take long, by the version of their spec. */
export function longJobs(...versions: string[]): Courses {
  return courses(Object.fromEntries(versions.map((version) => [version, [{ seconds: LONG_JOB_SECONDS }]])));
}
