import type { RequestRecord } from './cloudformation/request-record';
import {
  alternativeOf,
  type AlternativeName,
  type Choice,
  choiceName,
  type FactId,
  isUsual,
} from '../unconfirmed/facts';
import { filled, Supposition, textOf, type TextValues } from '../unconfirmed/supposition';
import type { ExpectedFailure, JobKindKey, ResourceOperation, ServiceText } from '../unconfirmed/unconfirmed-fact';

/** An alternative that has decided on something, for a request of CloudFormation or for all of them. */
interface Meeting {
  readonly choice: Choice;
  readonly requestId?: string;
  readonly values: TextValues;
  /** When it did so for the first time. */
  readonly at: number;
}

/** A failure that something was met for. */
export interface DueFailure extends ExpectedFailure {
  readonly metAt: number;
}

/** What a simulation supposes of what nobody has confirmed, and what it has played of that. */
export class SupposedFacts {
  /** The alternatives that have decided on anything, by their names. */
  public readonly played = new Set<string>();
  private readonly meetings: Meeting[] = [];

  constructor(
    public readonly supposition: Supposition,
    private readonly clock: { readonly now: number },
  ) {}

  /** What is so, for something that is decided now. */
  public play<Id extends FactId>(fact: Id, kind?: JobKindKey): AlternativeName<Id> {
    const choice = this.supposition.choiceOf(fact, kind);
    this.played.add(choiceName(choice));
    return choice.alternative as AlternativeName<Id>;
  }

  /** The same, where it may decide on how a request ends. */
  public meet<Id extends FactId>(
    fact: Id,
    kind: JobKindKey | undefined,
    values: TextValues = {},
    requestId?: string,
  ): Choice {
    const choice = this.supposition.choiceOf(fact, kind);
    this.played.add(choiceName(choice));
    const isKnown = this.meetings.some((met) => met.choice.fact === fact && met.requestId === requestId);
    if (!isKnown) this.meetings.push({ choice, requestId, values, at: this.clock.now });
    return choice;
  }

  /** What a service says now; `undefined` where that is not in the table. */
  public say(fact: FactId, kind: JobKindKey, values: TextValues, requestId?: string): ServiceText | undefined {
    return textOf(this.meet(fact, kind, values, requestId), values);
  }

  /** What a call says that is denied for a while. */
  public denial(operation: string): ServiceText {
    const supposed = this.supposition.choiceOf('denial');
    const isPassing = alternativeOf(supposed).passes !== false;
    return textOf(isPassing ? supposed : Supposition.USUAL.choiceOf('denial'), { operation, role: 'Handler' })!;
  }

  /** Whether something has been decided on otherwise than is usual. */
  public hasUnusual(fact: FactId): boolean {
    return this.meetings.some(({ choice }) => choice.fact === fact && !isUsual(choice));
  }

  /** Whether what is so is over after some time. */
  public passes(fact: FactId, kind: JobKindKey): boolean {
    return alternativeOf(this.supposition.choiceOf(fact, kind)).passes !== false;
  }

  /** How a request must fail for what it has met, in one of these ways; none where it need not fail. */
  public failuresOf({ id, type, phase }: RequestRecord): readonly DueFailure[] {
    return this.meetings
      .filter(({ requestId }) => requestId === id)
      .flatMap((meeting) => failureIn(meeting, operationOf(type, phase)) ?? []);
  }

  /** All that later judgments depend on: what was met that is not usual, or fails something. */
  public get state(): unknown {
    return this.meetings
      .filter(({ choice }) => !isUsual(choice) || alternativeOf(choice).failures !== undefined)
      .map(({ choice, requestId, values }) => [choiceName(choice), requestId, values]);
  }

  /** The failures that an operation on a stack may end with for what has been met. */
  public get failures(): readonly ExpectedFailure[] {
    return this.meetings.flatMap((meeting) => TOLD.flatMap((operation) => failureIn(meeting, operation) ?? []));
  }
}

const TOLD: readonly ResourceOperation[] = ['create', 'update', 'delete'];

/** What a reason should say, and does not. */
export function missingWords({ words }: ExpectedFailure, reason: string): readonly string[] {
  return words.filter((word) => !reason.toLowerCase().includes(word.toLowerCase()));
}

function operationOf(type: RequestRecord['type'], phase: RequestRecord['phase']): ResourceOperation {
  if (type === 'Delete') return 'delete';
  if (phase === 'rollback') return 'rollback';
  return type === 'Create' ? 'create' : 'update';
}

function failureIn({ choice, values, at }: Meeting, operation: ResourceOperation): DueFailure | undefined {
  const failure = alternativeOf(choice).failures?.[operation];
  return failure && { ...failure, metAt: at, words: failure.words.map((word) => filled(word, values)) };
}
