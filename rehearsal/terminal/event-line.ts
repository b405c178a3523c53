import type { Colors } from 'picocolors/types';
import type { StackEvent } from '../cloudformation/stack-event';

const STATUS_WIDTH = 20;

/** Where a stack's operation stands. */
export interface StackProgress {
  readonly done: number;
  /** Undefined when nobody can say. */
  readonly total?: number;
}

/** A line as `cdk deploy` prints it. */
export function eventLine(event: StackEvent, progress: StackProgress, typeWidth: number, colors: Colors): string {
  const total = progress.total === undefined ? '' : `/${progress.total}`;
  const count = `${progress.done}${total}`.padStart(total ? total.length * 2 - 1 : 3);
  const time = new Date(event.at).toLocaleTimeString('en-US');
  const status = statusColor(event.status, colors)(event.status.padEnd(STATUS_WIDTH));
  const type = event.resourceType.padEnd(typeWidth);
  const reason = event.reason ? ` ${reasonColor(event.status, colors)(event.reason)}` : '';
  return `${event.stackName} | ${count} | ${time.padStart(11)} | ${status} | ${type} | ${resourceName(event)}${reason}`;
}

/** The construct's path within its stack, and the logical id. */
function resourceName({ path, stackPath, stackName, logicalId }: StackEvent): string {
  const inStack = path.startsWith(`${stackPath}/`) ? path.slice(stackPath.length + 1).replace(/\/Default$/, '') : path;
  return logicalId === stackName || inStack === logicalId ? logicalId : `${inStack} (${logicalId})`;
}

function statusColor(status: string, colors: Colors): (text: string) => string {
  if (status.includes('FAILED')) return colors.red;
  if (status.includes('ROLLBACK')) return colors.yellow;
  return status.endsWith('_COMPLETE') || status === 'DELETE_SKIPPED' ? colors.green : colors.cyan;
}

function reasonColor(status: string, colors: Colors): (text: string) => string {
  return status.includes('FAILED') || status.includes('ROLLBACK') ? colors.red : colors.dim;
}
