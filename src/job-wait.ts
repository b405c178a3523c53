import { Duration, Token } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { ANSWER_MARGIN_SECONDS, LONGEST_SERVICE_TIMEOUT_SECONDS } from './contract';
import { invalid } from './validation/invalid';

/** How long a job may take to get its place and to start, besides its run time. */
const START_MARGIN = Duration.minutes(10);

/** The longest that a custom resource can wait for a job and still answer in time. */
const LONGEST_WAIT = Duration.seconds(LONGEST_SERVICE_TIMEOUT_SECONDS - ANSWER_MARGIN_SECONDS);

/** How long a deployment waits for a job that may run for so many seconds. */
export function waitFor(job: Construct, maxRuntimeSeconds: number): Duration {
  if (Token.isUnresolved(maxRuntimeSeconds)) return LONGEST_WAIT;
  const wait = Duration.seconds(maxRuntimeSeconds).plus(START_MARGIN);
  if (wait.toSeconds() <= LONGEST_WAIT.toSeconds()) return wait;
  const longest = LONGEST_WAIT.minus(START_MARGIN).toHumanString();
  throw invalid(
    job,
    'maxRuntime',
    `at most ${longest} for a deployment that waits for the job; for a longer job, set 'waitForCompletion' to false`,
    Duration.seconds(maxRuntimeSeconds).toHumanString(),
  );
}

/** How long a deployment waits for the service to accept a job, where it does not wait for the job's end. */
export function waitForStart(): Duration {
  return LONGEST_WAIT;
}

/** How long CloudFormation waits: there must be time to stop the job, and to answer. */
export function serviceTimeout(wait: Duration): Duration {
  return wait.plus(Duration.seconds(ANSWER_MARGIN_SECONDS));
}
