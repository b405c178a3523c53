import type { SimulatedJob } from './simulated-job';
import type { Fault } from '../fault';
import type { Surroundings } from '../surroundings';

const HIDDEN_SECONDS = 12;
const FULL_SECONDS = 150;
const ROLE_SECONDS = 40;
const LONG_DENIAL_SECONDS = 300;
const SLOW_STOP_SECONDS = 150;
/** How long after a request the handler bears that it is denied something: roles and policies may be new. */
const LONGEST_BORNE_SECONDS = 120;
const UNKNOWN_STATUS = 'Migrating';

/** What comes about right before a call that a fault meets. */
export function bringAbout(world: Surroundings, fault: Fault | undefined, operation: string, subject: string): void {
  const { account, now } = world;
  const job = account.jobs.find(({ name, arn, removedAt }) => [name, arn].includes(subject) && removedAt > now);
  switch (fault) {
    case 'denied':
      world.tolerateFor(LONGEST_BORNE_SECONDS);
      return account.deny(operation);
    case 'denied-long':
      return account.deny(operation, LONG_DENIAL_SECONDS);
    case 'quota':
      account.fullUntil = Math.max(account.fullUntil, now + FULL_SECONDS * 1000);
      return;
    case 'role-not-ready-job':
      return world.tolerateFor(LONGEST_BORNE_SECONDS);
    case 'role-not-ready':
      world.tolerateFor(LONGEST_BORNE_SECONDS);
      account.rolesReadyAt = now + ROLE_SECONDS * 1000;
      return;
    case 'ended-meanwhile':
      return job?.complete(now);
    case 'failed-meanwhile':
      return job?.isRunning(now) ? job.fail(now, 'ClientError: no such model') : undefined;
    case 'stops-slowly':
      return job?.slowDown(SLOW_STOP_SECONDS);
    case 'vanished':
      return job?.lose(now);
  }
}

/** What becomes of a job that a call has made which a fault meets. */
export function afflict({ account, now }: Surroundings, job: SimulatedJob, fault: Fault | undefined): void {
  if (fault === 'hidden') job.shownAt = now + HIDDEN_SECONDS * 1000;
  if (fault === 'role-not-ready-job') account.failForRole(job);
}

/** What a service answers, with a status that nobody knows where the fault is that. */
export function withStatus(answer: object, fault: Fault | undefined): object {
  if (fault !== 'unknown-status') return answer;
  return Object.fromEntries(
    Object.entries(answer).map(([member, value]) => [
      member,
      isPassing(member, value) ? UNKNOWN_STATUS : (value as unknown),
    ]),
  );
}

/** A status that a job does not end with. */
function isPassing(member: string, value: unknown): boolean {
  return /status$/i.test(member) && !/^(completed|failed|stopped)$/i.test(String(value));
}
