import type { ReadOutput } from '../cloudformation/stack';

/** Which outputs of other stacks a stack still has as they were: AWS says nothing of them. */
export function staleLines(name: string, reads: readonly ReadOutput[]): string[] {
  if (reads.length === 0) return [];
  const outputs = [...new Set(reads.map(({ producer, outputName }) => `${producer.stackName}.${outputName}`))];
  return [
    `${name} still uses the former ${outputs.join(', ')}: a weak reference is read only when the stack itself is deployed.`,
    `"cdk deploy" passes over a stack whose template has not changed; "cdk deploy --force ${name}" does not.`,
  ];
}
