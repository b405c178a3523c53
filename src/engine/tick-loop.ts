import type { ConditionSignal, GivenUp, MachineTick } from '../contract';

/** The pause before a function is tried again that could not be run for a while, in seconds. */
const PAUSE_SECONDS = 30;
/** Longer than the function's own time-out, so that the function's error is the one that is seen. */
const TASK_TIMEOUT_SECONDS = 150;

/** The seconds that the state machine gives the function for one tick. */
export const TICK_SECONDS = 120;

/** A call of CloudFormation that takes longer is lost. */
const CALL_SECONDS = 30;

const path = (member: keyof MachineTick) => `$.${member}`;
const signalPath = (member: keyof ConditionSignal) => `${path('signal')}.${member}`;
const GIVEN_UP: keyof GivenUp = 'givenUp';
const ALL_ERRORS = ['States.ALL'];

/**
 * The state machine that carries every job: it calls the function until the function says that it is done, at the pace
 * that the function asks for. A function that cannot be run (throttled, crashed) is tried again for as long as the
 * deployment waits; then it is asked once more, to tell CloudFormation that the request has failed.
 *
 * It also signals wait conditions, so that the function needs no further client, and in a VPC no further route. Nobody has
 * seen under which name CloudFormation refuses a signal, nor whether it takes one that comes too early without a word: so
 * the condition is looked at whatever the answer is, and the function judges by what it is.
 *
 * @param partition That of the state machine, as in `aws-cn`.
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/concepts-amazon-states-language.html
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_SignalResource.html
 */
export function tickLoop(functionArn: string, partition: string): object {
  const tick = { Type: 'Task', Resource: functionArn, TimeoutSeconds: TASK_TIMEOUT_SECONDS };
  const ofCondition = { 'StackName.$': signalPath('stack'), 'LogicalResourceId.$': signalPath('condition') };
  const call = (action: string, parameters: object) => ({
    Type: 'Task',
    Resource: `arn:${partition}:states:::aws-sdk:cloudformation:${action}`,
    TimeoutSeconds: CALL_SECONDS,
    Parameters: { ...ofCondition, ...parameters },
  });
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
        Choices: [
          { Variable: path('done'), BooleanEquals: true, Next: 'Done' },
          { Variable: path('signal'), IsPresent: true, Next: 'Signal' },
        ],
        Default: 'Wait',
      },
      Signal: {
        ...call('signalResource', { 'UniqueId.$': signalPath('uniqueId'), Status: 'SUCCESS' }),
        ResultSelector: { isTaken: true },
        ResultPath: path('taken'),
        Catch: [{ ErrorEquals: ALL_ERRORS, ResultPath: path('refusal'), Next: 'Look at the condition' }],
        Next: 'Look at the condition',
      },
      'Look at the condition': {
        ...call('describeStackResource', {}),
        ResultSelector: {
          'status.$': '$.StackResourceDetail.ResourceStatus',
          'at.$': '$.StackResourceDetail.LastUpdatedTimestamp',
        },
        ResultPath: path('seen'),
        Catch: [{ ErrorEquals: ALL_ERRORS, ResultPath: path('unseen'), Next: 'Step' }],
        Next: 'Step',
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
