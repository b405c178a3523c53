/** Knows the models of SageMaker that are there although no stack makes them, as somebody says. */
export class ExistingModels {
  /** The names of those that somebody has looked for. */
  public readonly found = new Set<string>();

  constructor(private readonly names: readonly string[] = []) {}

  public has(name: string): boolean {
    const isThere = this.names.includes(name);
    if (isThere) this.found.add(name);
    return isThere;
  }
}
