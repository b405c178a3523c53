import type { ErrorMeaning } from './error-meaning';
import type { Answer, ConditionsLeft, ResourceEvent, Tick } from './tick';
import type { Sight } from './witness';

/**
 * A line of the log, in the JSON format of Lambda. `cdk deploy` shows the level and the message of the last lines under a
 * failed resource; what else is in a line is there to be queried. The response URL is a secret for as long as it is good.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-logformat.html
 */
export interface LogLine {
  readonly level: 'INFO' | 'WARN' | 'ERROR';
  /** One line for a person: which resource, what was seen, what comes next. */
  readonly message: string;
  readonly [member: string]: unknown;
}

/** A line tells no more than the beginning of what a service or a program says, in characters. The answer tells all of it. */
const LONGEST_QUOTE = 300;

/** After so many rounds of signals without effect something may be wrong. */
const MANY_ROUNDS = 5;

/** What an error means for the job in question. */
const SETBACKS: { readonly [meaning in ErrorMeaning]?: (job: string) => string } = {
  quota: (job) => `${job} waits for a place in the account's quota`,
  'role-not-ready': (job) => `${job} waits for its role to propagate`,
  denied: () => 'a call was denied, as may be until the policies have propagated',
  'name-taken': (job) => `the name of ${job} is taken; it may be this job's own`,
};

/** A line about a resource. */
function lineOf(
  { RequestId, LogicalResourceId }: ResourceEvent,
  level: LogLine['level'],
  text: string,
  rest: object = {},
): LogLine {
  return { level, message: `${LogicalResourceId}: ${inOneLine(text)}`, RequestId, LogicalResourceId, ...rest };
}

/** A request of CloudFormation has come. */
export function receiptLine(event: ResourceEvent): LogLine {
  return lineOf(event, 'INFO', `${event.RequestType} received`, { received: event.RequestType });
}

/** The state machine cannot be started for a request. */
export function startFailureLine(event: ResourceEvent, error: string, pauseMs: number): LogLine {
  const text = `the state machine could not be started (${quote(error)}); next try in ${pauseMs / 1000} s`;
  return lineOf(event, 'WARN', text, { failed: 'StartExecution', error });
}

/** The function itself answers a request that nothing was begun for. */
export function refusalLine(event: ResourceEvent, outcome: Pick<Answer, 'Status' | 'Reason'>): LogLine {
  return lineOf(event, outcome.Status === 'FAILED' ? 'ERROR' : 'INFO', outcomeOf(event, outcome), {
    answer: outcome,
  });
}

/** What a look has come to. */
export function lookLine(tick: Tick, sight: Sight | undefined): LogLine {
  const { event, waitSeconds, progress, answer, conditions, signal } = tick;
  const fields = { step: event.RequestType, waitSeconds, progress, answer, conditions, signal };
  if (answer) {
    const level = answer.Status === 'FAILED' ? 'WARN' : 'INFO';
    const seen = sightOf(sight) ?? `the ${event.RequestType} ${answer.Status === 'FAILED' ? 'fails' : 'is done'}`;
    return lineOf(event, level, `${seen}; next: the answer to CloudFormation`, fields);
  }
  if (conditions && (tick.done || signal)) {
    const [level, text] = conditionsOf(tick, conditions);
    return lineOf(event, level, `${sightOf(sight) ?? unseenOf(tick, sight)}; ${text}`, fields);
  }
  if (tick.done) {
    return lineOf(event, 'INFO', 'a newer request has come for this resource; this one ends without an answer', fields);
  }
  const { setback } = progress;
  if (setback !== undefined) {
    return lineOf(event, 'WARN', `${setbackOf(tick, sight)} (${quote(setback)}); next try ${whenOf(tick)}`, fields);
  }
  const hasFailed = sight?.job?.phase === 'failed';
  const isStopped = progress.stopped === true || sight?.deed === 'stop';
  const level = hasFailed || isStopped ? 'WARN' : 'INFO';
  return lineOf(event, level, `${sightOf(sight) ?? unseenOf(tick, sight)}; next look ${whenOf(tick)}`, fields);
}

/** The end of a request: CloudFormation has been told, or does not listen any more. */
export function answerLine({ event, answer }: Tick, delivery: 'sent' | 'refused' | undefined): LogLine {
  const fields = { answer: delivery };
  if (!answer) return lineOf(event, 'WARN', `the ${event.RequestType} ends without an answer`, fields);
  const outcome = outcomeOf(event, answer);
  if (delivery === 'refused') {
    return lineOf(
      event,
      'WARN',
      `CloudFormation takes no answer any more, for its URL has expired: ${outcome}`,
      fields,
    );
  }
  return lineOf(event, answer.Status === 'FAILED' ? 'ERROR' : 'INFO', outcome, fields);
}

/** What comes next for the wait conditions; one that no signal reaches can be let go by hand. */
function conditionsOf({ signal }: Tick, { ids, vainRounds, refusal }: ConditionsLeft): [LogLine['level'], string] {
  if (!signal) {
    return ids.length === 0
      ? ['INFO', 'no wait condition is left, and its execution ends']
      : ['WARN', `its execution ends, and leaves wait conditions: ${ids.join(', ')}`];
  }
  const { condition, stack, uniqueId } = signal;
  if (vainRounds < MANY_ROUNDS) return ['INFO', `next: signal to ${condition}`];
  const command = `aws cloudformation signal-resource --stack-name ${stack} --logical-resource-id ${condition} --unique-id ${uniqueId}-by-hand --status SUCCESS`;
  const why = refusal === undefined ? '' : ` (${quote(refusal)})`;
  return ['WARN', `next: another signal to ${condition}, which took none until now${why}; by hand: ${command}`];
}

function outcomeOf({ RequestType }: ResourceEvent, { Status, Reason }: Pick<Answer, 'Status' | 'Reason'>): string {
  if (Status === 'FAILED') return `${RequestType} failed: ${quote(Reason ?? 'no reason given')}`;
  return `${RequestType} succeeded${Reason === undefined ? '' : `: ${quote(Reason)}`}`;
}

/** The job as it was seen, and whether it was stopped; nothing where it was not seen. */
function sightOf(sight: Sight | undefined): string | undefined {
  if (!sight?.job) return undefined;
  const { name, status, phase, reason } = sight.job;
  const why = phase === 'failed' && reason ? ` (${quote(reason)})` : '';
  const deed = sight.deed === 'stop' ? ', and was asked to stop' : '';
  return `${sight.noun} ${name} is ${status}${why}${deed}`;
}

function unseenOf(tick: Tick, sight: Sight | undefined): string {
  if (sight?.deed === 'create') return `${jobOf(tick, sight)} has been asked for`;
  const { name, arn } = tick.progress;
  return (name ?? arn) ? `${jobOf(tick, sight)} is not there` : `the ${tick.event.RequestType} goes on`;
}

function setbackOf(tick: Tick, sight: Sight | undefined): string {
  const explain = sight?.meaning && SETBACKS[sight.meaning];
  return explain ? explain(jobOf(tick, sight)) : 'a call has failed for a reason that passes';
}

function jobOf({ progress }: Tick, sight: Sight | undefined): string {
  const name = progress.name ?? progress.arn;
  return `${sight?.noun ?? 'job'}${name === undefined ? '' : ` ${name}`}`;
}

function whenOf({ waitSeconds }: Tick): string {
  return waitSeconds > 0 ? `in ${waitSeconds} s` : 'at once';
}

function quote(text: string): string {
  return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
}

/** What programs say has line breaks; a log line has none. */
function inOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
