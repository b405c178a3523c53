import { reversed, visitInOrder } from './dependency-order';
import { ResourceFailure } from './resource-provider';
import { resourceRequest } from './resource-request';
import { isRetained } from './retention';
import type { DeployedStack, StackResource } from './stack';
import type { StackEnvironment } from './stack-environment';

/** CloudFormation tries to delete a replaced or removed resource three times, then leaves it. */
const CLEAN_UP_ATTEMPTS = 3;

/** Deletes resources of a stack, each after those that depend on it. */
export class ResourceRemoval {
  /** Logical ids of what could not be deleted. */
  public readonly failed: string[] = [];

  constructor(
    private readonly stack: DeployedStack,
    private readonly environment: StackEnvironment,
    private readonly rollsBackCreation = false,
  ) {}

  /** Deletes all that the stack has; where something cannot be deleted, what it depends on stays too. */
  public async removeAll(): Promise<void> {
    const { resources, replaced } = this.stack;
    await this.cleanUp([...replaced], () => true);
    this.stack.replaced = [];
    await visitInOrder(this.removalOrder([...resources.values()]), async (id) => {
      const resource = resources.get(id)!;
      if (isRetained(resource.deletionPolicy, this.rollsBackCreation)) return this.keep(resource);
      return this.remove(resource, 1);
    });
    if (this.failed.length === 0) this.stack.imports = new Set();
  }

  /** Deletes what an update has replaced or removed; failures do not fail the update. */
  public async cleanUp(obsolete: StackResource[], wasReplaced: (resource: StackResource) => boolean): Promise<void> {
    const byKey = new Map(obsolete.map((resource, index) => [`${resource.logicalId}#${index}`, resource]));
    const keysOf = (logicalId: string): string[] => [...byKey.keys()].filter((key) => key.startsWith(`${logicalId}#`));
    const graph = new Map(
      [...byKey].map(([key, resource]) => [
        key,
        new Set(resource.dependencies.flatMap(keysOf).filter((id) => id !== key)),
      ]),
    );
    await visitInOrder(reversed(graph), async (key) => {
      const resource = byKey.get(key)!;
      const policy = wasReplaced(resource) ? resource.updateReplacePolicy : resource.deletionPolicy;
      if (isRetained(policy, this.rollsBackCreation)) this.keep(resource);
      else await this.remove(resource, CLEAN_UP_ATTEMPTS);
      // an abandoned resource holds up no other
      return true;
    });
  }

  private removalOrder(resources: StackResource[]): ReadonlyMap<string, ReadonlySet<string>> {
    const ids = new Set(resources.map(({ logicalId }) => logicalId));
    return reversed(
      new Map(
        resources.map(({ logicalId, dependencies }) => [logicalId, new Set(dependencies.filter((id) => ids.has(id)))]),
      ),
    );
  }

  private keep(resource: StackResource): boolean {
    this.stack.record(resource, 'DELETE_SKIPPED');
    this.forget(resource);
    return true;
  }

  private async remove(resource: StackResource, attempts: number): Promise<boolean> {
    // nothing was ever made, so there is nothing to ask anybody
    if (resource.physicalId !== '') {
      this.stack.record(resource, 'DELETE_IN_PROGRESS');
      const failure = await this.attempt(resource, attempts);
      if (failure) {
        this.failed.push(resource.logicalId);
        this.stack.record(resource, 'DELETE_FAILED', failure.message);
        return false;
      }
    }
    this.stack.record(resource, 'DELETE_COMPLETE');
    this.forget(resource);
    return true;
  }

  private async attempt(resource: StackResource, attempts: number): Promise<ResourceFailure | undefined> {
    try {
      await this.environment
        .providerOf(resource)
        .delete(resourceRequest(this.stack, resource, { rollsBackCreation: this.rollsBackCreation }), resource);
      return undefined;
    } catch (error) {
      if (!(error instanceof ResourceFailure)) throw error;
      return attempts > 1 ? this.attempt(resource, attempts - 1) : error;
    }
  }

  private forget(resource: StackResource): void {
    if (this.stack.resources.get(resource.logicalId) === resource) this.stack.resources.delete(resource.logicalId);
  }
}
