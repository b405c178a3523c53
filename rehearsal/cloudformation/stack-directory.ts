import type { DeployedStack } from './stack';
import { environmentKey, type Environment } from '../environment';

/** Every stack that was ever made, nested ones too: CloudFormation describes by its id what it has deleted. */
export class StackDirectory {
  private readonly byId = new Map<string, DeployedStack>();

  public add(stack: DeployedStack): void {
    this.byId.set(stack.id, stack);
  }

  /** By its id, or by its name as long as it is there. */
  public find(nameOrId: string, environment: Environment): DeployedStack | undefined {
    const known = this.byId.get(nameOrId);
    if (known) return known;
    const key = environmentKey(environment);
    return [...this.byId.values()].find(
      (stack) => stack.name === nameOrId && stack.status !== 'DELETE_COMPLETE' && environmentKey(stack) === key,
    );
  }
}
