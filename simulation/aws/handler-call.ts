import type { Service } from './authorize';
import type { Patience } from './call-course';
import { arnOfIngestion } from './simulated-ingestion';
import type { Place } from '../fault';
import { JOB_FACTS } from '../handler-under-test';

type Input = { readonly [member: string]: unknown };

/** A call of the handler. */
export interface Call {
  readonly service: Service;
  readonly operation: string;
  readonly input: Input;
  readonly patience: Patience;
  /** Whether it has only read, and was answered: it has changed nothing. */
  isIdle?: boolean;
}

/** The members in which calls say what they are about. */
const SUBJECTS = [
  ...Object.values(JOB_FACTS).flatMap(({ identifier, request }) => [identifier, request.name]),
  'nameContains',
  'prefix',
  'key',
  'ResourceArn',
  'resourceARN',
  'name',
  'executionArn',
  'stateMachineArn',
];

/** Where calls only read. */
const READS: readonly Place[] = ['read', 'describe', 'list executions'];

export function placeOf({ service, operation }: Call): Place {
  if (service === 'states') return /^(List|Describe)/.test(operation) ? 'list executions' : 'execution';
  if (/^(Create|Start)/.test(operation)) return 'create';
  if (operation.startsWith('Stop')) return 'stop';
  if (/^(Describe|Get)/.test(operation)) return 'describe';
  return operation.startsWith('List') ? 'read' : 'write';
}

export function isRead(call: Call): boolean {
  return READS.includes(placeOf(call));
}

/** The job, or the execution, that a call is about. */
export function subjectOf({ input }: Call): string {
  // a job without an ARN is known by its id with those of its place
  if (input.ingestionJobId !== undefined) return arnOfIngestion(input);
  for (const member of SUBJECTS) if (input[member] !== undefined) return input[member] as string;
  return '';
}
