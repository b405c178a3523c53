import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { pathInStack } from './job-name';

/** How many outputs CloudFormation lets a stack have. */
const MOST_OUTPUTS = 200;

/** Makes stack outputs of a job's attributes, under ids that a person can read and rely on: the job's path in the stack. */
export function addStackOutputs(job: Construct, values: { readonly [attribute: string]: string }): void {
  const prefix = pathInStack(job)
    .join('')
    .replace(/[^a-zA-Z0-9]/g, '');
  for (const [attribute, value] of Object.entries(values)) {
    new CfnOutput(job, attribute, { value }).overrideLogicalId(`${prefix}${attribute}`);
  }
  job.node.addValidation({ validate: () => validateCount(job) });
}

/** Says that a stack has too many outputs, in the words of the job that has the first one too many. */
function validateCount(job: Construct): string[] {
  const stack = Stack.of(job);
  const outputs = stack.node.findAll().filter((child) => child instanceof CfnOutput && child.stack === stack);
  if (outputs[MOST_OUTPUTS]?.node.scope !== job) return [];
  return [
    `the stack has ${outputs.length} outputs, and CloudFormation allows ${MOST_OUTPUTS}: set 'stackOutputs' of some jobs to false`,
  ];
}
