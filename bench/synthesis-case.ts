/*
 * One synthesis in a process of its own, without the loading of modules:
 * `synthesis-case.ts <sample> <number of jobs>` prints milliseconds of CPU time.
 */
import { Stage } from 'aws-cdk-lib';
import { cpuTime } from './cpu-time';
import { newStack, type Sample, SAMPLES } from './sample-stacks';

const [sample, count] = process.argv.slice(2);
const start = cpuTime();
const stack = newStack();
SAMPLES[sample as Sample](stack, Number(count));
Stage.of(stack)!.synth();
process.stdout.write(String(cpuTime() - start));
