import type { VirtualClock } from '../clock';

/** A role that cannot be assumed for a while after its creation, as IAM is slow to propagate it. */
export interface RolePropagation {
  /** Seconds after the role's creation. */
  readonly seconds: number;
  /** Whether the call is refused, or the job fails at once. @default 'refused' */
  readonly symptom?: 'refused' | 'failed-job';
  /** Which permission is still missing where a training job is refused: to assume the role, or one of its policies. @default 'role' */
  readonly missing?: 'role' | 'input' | 'output' | 'image';
}

export interface RolePropagationContext {
  readonly clock: VirtualClock;
  readonly rolePropagation?: RolePropagation;
  readonly roleCreatedAt: (roleArn: string) => number | undefined;
}

/** Says whether a role has propagated. */
export function isAssumable(roleArn: string, context: RolePropagationContext): boolean {
  const { rolePropagation, roleCreatedAt, clock } = context;
  const createdAt = roleCreatedAt(roleArn);
  return !rolePropagation || createdAt === undefined || clock.now() >= createdAt + rolePropagation.seconds * 1000;
}
