import { Duration } from 'aws-cdk-lib';
import { type JobProperties, jobServiceTimeoutSeconds, LONGEST_WAIT_SECONDS } from '../contract';
import { DURATION } from '../validation/expected-value';
import { type Finding, refusal, warning } from '../validation/finding';
import { numberRules, valueRules } from '../validation/property-check';
import { isUnknown } from '../validation/unknown-value';

/** How long a job may take to get its place and to start, besides its run time. */
const START_MARGIN_SECONDS = 10 * 60;
const SHORTEST_WAIT_SECONDS = 60;
const NOT_WAITED_FOR = "must not be given where 'waitForCompletion' is false";

/** What a job says of how the deployment waits for it. */
export interface JobWaitOptions {
  readonly waitForCompletion?: boolean;
  readonly waitTimeout?: Duration;
}

/** How a deployment waits for a job: until when, and who waits. */
export class JobWait {
  /** Whether a deployment can wait as a job says. */
  public static *rules({ waitForCompletion, waitTimeout }: JobWaitOptions): Iterable<Finding> {
    const unfit = [...valueRules('waitTimeout', waitTimeout, DURATION)];
    yield* unfit;
    if (unfit.length > 0 || !waitTimeout) return;
    if (waitTimeout.isUnresolved()) {
      yield refusal('waitTimeout', 'must be known at synthesis: it decides which resources wait');
      return;
    }
    const seconds = waitTimeout.toSeconds({ integral: false });
    yield* numberRules('waitTimeout (in seconds)', seconds, { min: SHORTEST_WAIT_SECONDS });
    if (waitForCompletion === false) yield refusal('waitTimeout', NOT_WAITED_FOR);
  }

  /** Whether nothing is said of the end of a job that no deployment sees: the members say how it is to end. */
  public static *endRules<Member extends string>(
    props: JobWaitOptions & { readonly [member in Member]?: unknown },
    members: readonly Member[],
  ): Iterable<Finding> {
    if (props.waitForCompletion !== false) return;
    for (const member of members.filter((each) => props[each] !== undefined)) {
      yield refusal(member, `${NOT_WAITED_FOR}: nobody sees how the job ends`);
    }
  }

  /**
   * How a deployment waits for a job that may run for so many seconds, as far as they are known. What the job says of it
   * has been checked.
   *
   * @param usualSeconds How long it waits where they are not known.
   */
  public static of(
    { waitForCompletion, waitTimeout }: JobWaitOptions,
    maxRuntimeSeconds: number | undefined,
    usualSeconds = LONGEST_WAIT_SECONDS,
  ): JobWait {
    if (waitForCompletion === false) return new JobWait('false', LONGEST_WAIT_SECONDS);
    const given = waitTimeout?.toSeconds();
    const isKnown = maxRuntimeSeconds !== undefined && !isUnknown(maxRuntimeSeconds);
    const seconds = given ?? (isKnown ? maxRuntimeSeconds + START_MARGIN_SECONDS : usualSeconds);
    return new JobWait('true', seconds);
  }

  /**
   * Whether the deployment waits for as long as a job may run that says so in its request.
   *
   * @param maxRuntimeSeconds That, as far as it is known.
   */
  public static *runtimeRules(
    { waitForCompletion, waitTimeout }: JobWaitOptions,
    maxRuntimeSeconds: number | undefined,
  ): Iterable<Finding> {
    if (waitForCompletion === false || waitTimeout !== undefined || maxRuntimeSeconds !== undefined) return;
    const text = `should be given: how long the job may run is known only at deployment, so that it is stopped after ${LONGEST_WAIT_SECONDS / 60} minutes`;
    yield warning('unknownRuntime', 'waitTimeout', text);
  }

  /**
   * What a person should know of a wait that takes resources of its own, though the job itself cannot take as long.
   */
  public static noteOf(
    { waitTimeout }: JobWaitOptions,
    { isLong, seconds }: JobWait,
    maxRuntimeSeconds: number | undefined,
  ): string | undefined {
    if (!isLong || waitTimeout === undefined) return undefined;
    if (maxRuntimeSeconds === undefined || isUnknown(maxRuntimeSeconds)) return undefined;
    const needed = maxRuntimeSeconds + START_MARGIN_SECONDS;
    if (needed > LONGEST_WAIT_SECONDS) return undefined;
    const [given, longest, least] = [seconds, LONGEST_WAIT_SECONDS, needed].map((each) => Math.ceil(each / 60));
    return `'waitTimeout' is ${given} minutes, for which the stack has resources that wait, while the job ends after ${Math.ceil(maxRuntimeSeconds / 60)} minutes at the latest: up to ${longest} minutes need none, and ${least} are enough, unless the job is to wait longer for its place in the account's quota`;
  }

  private constructor(
    /** When the job's resource answers. */
    public readonly mode: JobProperties['WaitForCompletion'],
    /** How long the deployment waits before it stops the job. */
    public readonly seconds: number,
  ) {}

  /** Whether it is longer than a custom resource can wait. */
  public get isLong(): boolean {
    return this.seconds > LONGEST_WAIT_SECONDS;
  }

  /** How long CloudFormation waits for the resource of a job of a kind: there must be time to stop the job, and to answer. */
  public serviceTimeoutOf(kind: string): Duration {
    return Duration.seconds(jobServiceTimeoutSeconds(this.seconds, kind));
  }
}
