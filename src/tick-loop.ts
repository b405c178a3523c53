import type { GivenUp, MachineTick } from './contract';

/** The pause before a function is tried again that could not be run for a while, in seconds. */
const PAUSE_SECONDS = 30;
/** Longer than the function's own time-out, so that the function's error is the one that is seen. */
const TASK_TIMEOUT_SECONDS = 150;

/** The seconds that the state machine gives the function for one tick. */
export const TICK_SECONDS = 120;

const path = (member: keyof MachineTick) => `$.${member}`;
const GIVEN_UP: keyof GivenUp = 'givenUp';
const ALL_ERRORS = ['States.ALL'];

/**
 * The state machine that carries every job: it calls the function until the function says that it is done, at the pace
 * that the function asks for. A function that cannot be run (throttled, crashed) is tried again for as long as the
 * deployment waits; then it is asked once more, to tell CloudFormation that the request has failed.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/concepts-amazon-states-language.html
 */
export function tickLoop(functionArn: string): object {
  const tick = { Type: 'Task', Resource: functionArn, TimeoutSeconds: TASK_TIMEOUT_SECONDS };
  return {
    Comment: 'Carries machine-learning jobs to their end, tick by tick',
    StartAt: 'Step',
    States: {
      Step: {
        ...tick,
        Retry: [retry(6)],
        Catch: [{ ErrorEquals: ALL_ERRORS, ResultPath: path('fault'), Next: 'Time left?' }],
        Next: 'Done?',
      },
      'Done?': {
        Type: 'Choice',
        Choices: [{ Variable: path('done'), BooleanEquals: true, Next: 'Done' }],
        Default: 'Wait',
      },
      Wait: { Type: 'Wait', SecondsPath: path('waitSeconds'), Next: 'Step' },
      'Time left?': {
        Type: 'Choice',
        Choices: [{ Variable: '$$.State.EnteredTime', TimestampLessThanPath: path('giveUpAt'), Next: 'Pause' }],
        Default: 'Give up',
      },
      Pause: { Type: 'Wait', Seconds: PAUSE_SECONDS, Next: 'Step' },
      'Give up': {
        ...tick,
        Parameters: { [`${GIVEN_UP}.$`]: '$' },
        Retry: [retry(3)],
        Catch: [{ ErrorEquals: ALL_ERRORS, Next: 'Unanswered' }],
        Next: 'Done',
      },
      Done: { Type: 'Succeed' },
      Unanswered: {
        Type: 'Fail',
        Error: 'Unanswered',
        Cause: 'The function could not be run, so that CloudFormation was not answered and waits for its own time-out',
      },
    },
  };
}

function retry(MaxAttempts: number) {
  return {
    ErrorEquals: ALL_ERRORS,
    IntervalSeconds: 2,
    BackoffRate: 2,
    MaxDelaySeconds: 60,
    JitterStrategy: 'FULL',
    MaxAttempts,
  };
}
