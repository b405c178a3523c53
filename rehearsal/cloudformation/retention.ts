/** Says whether a policy keeps a resource that leaves its stack, or whose creation is rolled back. */
export function isRetained(policy: string, creationRolledBack: boolean): boolean {
  return policy === 'Retain' || (policy === 'RetainExceptOnCreate' && !creationRolledBack);
}
