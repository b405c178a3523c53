import { Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { ConstraintCase } from './constraint-case';
import type { JobDefinition } from '../../src/job/job-definition';
import { apiName } from '../../src/validation/member-path';
import { validateRequest } from '../../src/validation/request-validation';

/** What a check has said of a request. */
interface Outcome {
  readonly error?: string;
  readonly warnings: readonly string[];
}

/** What is wrong with how the requests of a case are judged; empty where each is judged right. */
export function faultsOf(test: ConstraintCase, definition: JobDefinition): string[] {
  const path = apiName(test.constraint.path);
  const judge = (request: object) => ({ request, outcome: check(request, test, definition) });
  return [
    ...test.allowed.map(judge).flatMap(({ request, outcome: { error, warnings } }) => {
      const said = [...(error === undefined ? [] : [error]), ...warnings];
      return said.map((text) => `${shown(request)} is allowed, but: ${text}`);
    }),
    ...test.refused.flatMap(({ request, message }) => {
      const { error } = check(request, test, definition);
      if (error === undefined) return [`${shown(request)} must be refused`];
      const names = error.startsWith('Stack/Job: ') && error.toLowerCase().includes(path.toLowerCase());
      return names && message.test(error) ? [] : [`'${error}' must name ${path}, and match ${message}`];
    }),
    ...test.warned.map(judge).flatMap(({ request, outcome: { error, warnings } }) => {
      if (error !== undefined) return [`${shown(request)} may be allowed, but: ${error}`];
      const id = `[ack: cdk-ml-jobs:newerValue:${path}]`;
      return warnings.length === 1 && warnings[0].endsWith(id)
        ? []
        : [`${shown(request)} must be warned of with ${id}`];
    }),
  ];
}

/** One for all checks: each stack of its own would have an app of its own, with a folder on the disk. */
const STACK = new Stack(undefined, 'Stack');

function check(request: object, { constraint }: ConstraintCase, { properties: names }: JobDefinition): Outcome {
  STACK.node.tryRemoveChild('Job');
  const job = new Construct(STACK, 'Job');
  const warnings = () => job.node.metadata.map(({ data }) => String(data));
  try {
    validateRequest(job, request, { model: constraint.model, names, overrides: {}, rules: () => [] });
    return { warnings: warnings() };
  } catch (error) {
    if (!(error instanceof Error) || error.constructor !== Error) throw error;
    return { error: error.message, warnings: warnings() };
  }
}

function shown(request: object): string {
  return JSON.stringify(request).slice(0, 1000);
}
