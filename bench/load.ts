import { rmSync, statSync } from 'node:fs';
import { Stage } from 'aws-cdk-lib';
import { atMost, type Figure } from './figure';
import { mixedJobs, MODEL_NAME, newStack } from './sample-stacks';
import { Rehearsal } from '../rehearsal/rehearsal';

/** How many jobs run at once. */
const JOBS = 150;
const JOB_SECONDS = 600;
/** CloudFormation takes no template that is larger, and no stack with more resources. */
const LARGEST_TEMPLATE = 1000;
const MOST_RESOURCES = 500;
const START_TIME = Date.UTC(2030, 0, 1);

/** What it takes to have many jobs of four kinds in one stack, and to rehearse them all at once. */
export async function measureLoad(): Promise<Figure[]> {
  const stack = newStack();
  mixedJobs(stack, JOBS);
  const assembly = Stage.of(stack)!.synth();
  const artifact = assembly.getStackArtifact(stack.artifactId);
  const template = artifact.template as { readonly Resources: object };
  // as it is uploaded, indented
  const templateBytes = statSync(artifact.templateFullPath).size;
  const rehearsal = new Rehearsal({
    startTime: START_TIME,
    concurrency: 2,
    existingModels: [MODEL_NAME],
    jobs: { '*': { duration: JOB_SECONDS } },
  });
  const start = performance.now();
  const { ok } = await rehearsal.deploy(assembly.directory);
  const seconds = (performance.now() - start) / 1000;
  const ticks = rehearsal.executions.reduce((sum, execution) => sum + execution.ticks, 0);
  await rehearsal.close();
  rmSync(assembly.directory, { recursive: true });
  if (!ok) throw new Error(`the rehearsed deployment of ${JOBS} jobs has failed`);
  const name = `${JOBS} jobs of four kinds`;
  return [
    atMost(`${name}: resources`, Object.keys(template.Resources).length, MOST_RESOURCES, ''),
    atMost(`${name}: template`, templateBytes / 1000, LARGEST_TEMPLATE, 'kB'),
    { name: `${name}, all at once: ticks`, value: ticks, unit: '' },
    { name: `${name}, all at once: rehearsed in`, value: seconds, unit: 's' },
  ];
}
