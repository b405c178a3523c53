import type { LifeWithout, UsedStatement } from './statement-removals';

/** To a worker: tell the statements of an app, or rehearse its life without one of them. */
export type WorkerTask =
  | { readonly kind: 'statements'; readonly app: number }
  | { readonly kind: 'removal'; readonly app: number; readonly index: number };

/** From a worker, when it has done its task. */
export type WorkerResult =
  | { readonly kind: 'statements'; readonly statements: readonly UsedStatement[]; readonly elapsedMs: number }
  | ({ readonly kind: 'removal' } & LifeWithout)
  | { readonly kind: 'error'; readonly message: string };
