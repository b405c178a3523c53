import { failedResources } from './failed-resources';
import type { DeployedStack } from './stack';
import type { StackChange } from './stack-change';

/** Takes a stack back to what it was before an update that has failed or was cancelled. */
export async function rollBackUpdate(stack: DeployedStack, change: StackChange): Promise<void> {
  stack.enter('UPDATE_ROLLBACK_IN_PROGRESS', change.reason);
  await change.rollBack();
  if (change.failed.length > 0) {
    const ids = change.failed.map(({ logicalId }) => logicalId);
    return stack.enter('UPDATE_ROLLBACK_FAILED', `${failedResources('update', ids)} `);
  }
  stack.enter('UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS');
  await change.cleanUp();
  stack.enter('UPDATE_ROLLBACK_COMPLETE');
}
