/*
 * One synthesis in a process of its own, and how much of it is the check of the requests:
 * `validation-case.ts <number of jobs>` prints a Validation as JSON.
 */
import { Stage } from 'aws-cdk-lib';
import { type IValidation, Node } from 'constructs';
import { cpuTime } from './cpu-time';
import { mixedJobs, newStack } from './sample-stacks';
import { Job } from '../src/job/job';

/** What a synthesis took, in milliseconds of CPU time. */
export interface Validation {
  readonly check: number;
  readonly synthesis: number;
}

/** The part of a job that checks its request: it is private to the job. */
interface Checked {
  validate: (...args: readonly unknown[]) => void;
}

let check = 0;
let isChecking = false;

function timed<Result>(call: () => Result): Result {
  const start = cpuTime();
  isChecking = true;
  try {
    return call();
  } finally {
    isChecking = false;
    check += cpuTime() - start;
  }
}

const job = Job.prototype as unknown as Checked;
const { validate } = job;
job.validate = function (this: Checked, ...args) {
  timed(() => validate.apply(this, [...args]));
};
// what lazy values have left open is checked once more, when the app is synthesized
const { addValidation } = Node.prototype;
Node.prototype.addValidation = function (this: Node, validation: IValidation) {
  const part = isChecking ? { validate: () => timed(() => validation.validate()) } : validation;
  addValidation.call(this, part);
};

const start = cpuTime();
const stack = newStack();
mixedJobs(stack, Number(process.argv[2]));
Stage.of(stack)!.synth();
const result: Validation = { check, synthesis: cpuTime() - start };
process.stdout.write(JSON.stringify(result));
