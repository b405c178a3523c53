/*
 * One synthesis in a process of its own, timed without the loading of modules:
 * `synthesis-case.ts <sample> <number of jobs>` prints milliseconds.
 */
import { Stage } from 'aws-cdk-lib';
import { newStack, type Sample, SAMPLES } from './sample-stacks';

const [sample, count] = process.argv.slice(2);
const start = performance.now();
const stack = newStack();
SAMPLES[sample as Sample](stack, Number(count));
Stage.of(stack)!.synth();
process.stdout.write(String(performance.now() - start));
