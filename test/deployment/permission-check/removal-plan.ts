import type { UsedStatement } from './statement-removals';

/** A statement that an app is to lose. */
export interface PlannedRemoval {
  readonly app: number;
  readonly statement: UsedStatement;
}

/**
 * What is to be removed from which app: every statement, but for those of engines that an app before needs: where the
 * engine is the same, one life that fails is enough.
 */
export function removalPlan(apps: readonly (readonly UsedStatement[])[]): PlannedRemoval[] {
  const needed = new Set<string>();
  return apps.flatMap((statements, app) => {
    const left = statements.filter(({ key }) => !needed.has(key));
    for (const { key, isNeeded } of statements) if (isNeeded) needed.add(key);
    return left.map((statement) => ({ app, statement }));
  });
}
