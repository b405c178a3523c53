import { parse } from 'yaml';

/** A workflow of GitHub Actions, as far as the tests look at it. */
export interface Workflow {
  readonly on: unknown;
  readonly permissions: unknown;
  readonly jobs: Readonly<Record<string, WorkflowJob>>;
}

export interface WorkflowJob {
  readonly permissions: unknown;
  readonly if?: string;
  readonly steps: readonly WorkflowStep[];
}

export interface WorkflowStep {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly 'working-directory'?: string;
}

/** Reads a workflow as GitHub does. */
export function parsedWorkflow(text: string): Workflow {
  return parse(text) as Workflow;
}
