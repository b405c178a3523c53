import { CfnOutput, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { pathInStack } from './job-name';
import { inconsistent } from '../validation/invalid';

/** How many outputs CloudFormation lets a stack have, and how long their ids may be. */
const MOST_OUTPUTS = 200;
const LONGEST_ID = 255;

/** Holds the outputs of all jobs of a stack, by their ids. */
const OUTPUTS_ID = 'cdk-ml-jobs.Outputs';

/** Makes stack outputs of a job's attributes, under ids that a person can read and rely on: the job's path in the stack. */
export function addStackOutputs(job: Construct, values: { readonly [attribute: string]: string }): void {
  const outputs = outputsOf(Stack.of(job));
  const prefix = pathInStack(job)
    .join('')
    .replace(/[^a-zA-Z0-9]/g, '');
  for (const [attribute, value] of Object.entries(values)) {
    const id = `${prefix}${attribute}`;
    if (outputs.node.tryFindChild(id) || id.length > LONGEST_ID) {
      const reason = id.length > LONGEST_ID ? `has more than ${LONGEST_ID} characters` : 'is that of another job';
      throw inconsistent(job, `the id of the stack output '${id}' ${reason}: set 'stackOutputs' to false`);
    }
    new CfnOutput(outputs, id, { value }).overrideLogicalId(id);
  }
}

function outputsOf(stack: Stack): Construct {
  const existing = stack.node.tryFindChild(OUTPUTS_ID) as Construct | undefined;
  if (existing) return existing;
  const outputs = new Construct(stack, OUTPUTS_ID);
  outputs.node.addValidation({ validate: () => validateOutputs(stack, outputs) });
  return outputs;
}

function validateOutputs(stack: Stack, ofJobs: Construct): string[] {
  const outputs = stack.node
    .findAll()
    .filter((child): child is CfnOutput => child instanceof CfnOutput && child.stack === stack);
  const others = outputs.filter(({ node }) => node.scope !== ofJobs);
  const taken = others.filter((output) => ofJobs.node.tryFindChild(stack.resolve(output.logicalId) as string));
  const findings = taken.map(
    ({ node }) =>
      `the output '${node.path}' has the id of an output that a job makes: give it another id, or set 'stackOutputs' of the job to false`,
  );
  if (outputs.length > MOST_OUTPUTS) {
    const text = `the stack has ${outputs.length} outputs, and CloudFormation allows ${MOST_OUTPUTS}`;
    findings.push(`${text}: set 'stackOutputs' of some jobs to false`);
  }
  return findings;
}
