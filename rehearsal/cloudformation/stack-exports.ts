import { ResourceFailure } from './resource-provider';
import type { DeployedStack } from './stack';

/** What stacks of an account and Region export, and which of them import it. */
export class StackExports {
  private readonly stacks = new Set<DeployedStack>();

  public add(stack: DeployedStack): void {
    this.stacks.add(stack);
  }

  public remove(stack: DeployedStack): void {
    this.stacks.delete(stack);
  }

  public find(importer: DeployedStack, name: string): string | undefined {
    return this.neighbours(importer).find(({ exports }) => name in exports)?.exports[name];
  }

  /** Fails when a stack may not have these exports instead of its own. */
  public check(stack: DeployedStack, next: Readonly<Record<string, string>>): void {
    for (const name of Object.keys(next)) {
      const other = this.neighbours(stack).find(({ exports }) => name in exports);
      if (other) throw new ResourceFailure(`Export with name ${name} is already exported by stack ${other.name}.`);
    }
    for (const [name, value] of Object.entries(stack.exports)) {
      if (next[name] === value) continue;
      const users = this.neighbours(stack).filter(({ imports }) => imports.has(name));
      if (users.length === 0) continue;
      const verb = name in next ? 'update' : 'delete';
      const names = users.map((user) => user.name).join(', ');
      throw new ResourceFailure(`Cannot ${verb} export ${name} as it is in use by ${names}.`);
    }
  }

  private neighbours({ id, account, region }: DeployedStack): DeployedStack[] {
    return [...this.stacks].filter((other) => other.account === account && other.region === region && other.id !== id);
  }
}
