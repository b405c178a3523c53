import type { Colors } from 'picocolors/types';
import type { StackEvent } from '../cloudformation/stack-event';

/** A status is cut at this width. */
const STATUS_WIDTH = 23;

/** Where a stack's operation stands. */
export interface StackProgress {
  /** As `3/12`. */
  readonly text: string;
  readonly isUpdate: boolean;
  /** The name of the stack that is deployed; a nested stack has another. */
  readonly rootName: string;
}

/** A line as `cdk deploy --progress events` prints it. */
export function eventLine(event: StackEvent, progress: StackProgress, typeWidth: number, colors: Colors): string {
  // an update goes on without what it cannot delete
  const isSkipped = progress.isUpdate && event.status === 'DELETE_FAILED';
  const time = new Date(event.at).toLocaleTimeString('en-US');
  const status = event.status.slice(0, STATUS_WIDTH) + (isSkipped ? ' (skipped)' : '');
  const statusText = (isSkipped ? colors.yellow : statusColor(event.status, colors))(status.padEnd(STATUS_WIDTH));
  const type = event.resourceType.padEnd(typeWidth);
  const reason = event.reason ? ` ${reasonColor(event.status, colors)(event.reason)}` : '';
  return `${event.stackName} | ${progress.text} | ${time} | ${statusText} | ${type} | ${resourceName(event, progress)}${reason}`;
}

/** The construct's path without the name of the stack and a last `Resource`, and the logical id. */
function resourceName({ path, logicalId, stackName, stackPath }: StackEvent, { rootName }: StackProgress): string {
  // the line of a stack itself is no construct's
  if (logicalId === stackName && path === stackPath) return logicalId;
  const shortened = path.replace(/\/Resource$/, '');
  const name = shortened.startsWith(`${rootName}/`) ? shortened.slice(rootName.length + 1) : shortened;
  return name === logicalId ? logicalId : `${name} (${logicalId})`;
}

function statusColor(status: string, colors: Colors): (text: string) => string {
  if (status.includes('FAILED')) return colors.red;
  if (status.includes('ROLLBACK')) return colors.yellow;
  return status.includes('COMPLETE') || status === 'DELETE_SKIPPED' ? colors.green : colors.cyan;
}

function reasonColor(status: string, colors: Colors): (text: string) => string {
  return status.includes('FAILED') || status.includes('ROLLBACK') ? colors.red : colors.dim;
}
