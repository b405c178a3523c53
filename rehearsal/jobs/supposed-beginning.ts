import { type Choice, type FactId, alternativeOf, isUsual } from '../../unconfirmed/facts';
import { type Supposition, textOf, type TextValues } from '../../unconfirmed/supposition';
import type { JobKindKey, ServiceText } from '../../unconfirmed/unconfirmed-fact';
import type { VirtualClock } from '../clock';
import { ServiceError } from '../emulated-api/service-error';

/** How long it goes on what passes, from the first job that is asked for. */
const SECONDS: { readonly [fact in BeginningFact]: number } = {
  denial: 40,
  'role-not-ready': 40,
  'role-not-ready-later': 40,
  'denial-of-a-job': 0,
  quota: 120,
};

type BeginningFact = Extract<
  FactId,
  'denial' | 'role-not-ready' | 'role-not-ready-later' | 'denial-of-a-job' | 'quota'
>;

/** What jobs meet at their beginning where something else is supposed than what is usual. */
export class SupposedBeginning {
  private firstAt?: number;

  constructor(
    private readonly supposition: Supposition,
    private readonly clock: VirtualClock,
    private readonly kind: JobKindKey,
    /** The name of the error that says that a quota is used up. */
    private readonly quotaError: string,
  ) {}

  /** Refuses to create a job, in the words of what is supposed. */
  public check(values: TextValues): void {
    this.firstAt ??= this.clock.now();
    for (const fact of ['denial', 'role-not-ready', 'quota'] as const) {
      const says = this.saying(fact, values);
      if (says) throw new ServiceError(says.code ?? this.quotaError, says.text);
    }
  }

  /** Why a job fails at once that is created now; undefined where it does not. */
  public failure(values: TextValues): string | undefined {
    const says = this.saying('role-not-ready-later', values) ?? this.saying('denial-of-a-job', values);
    return says?.text;
  }

  /** What a quota says that is used up, where another text is supposed than the usual one. */
  public quotaText(values: TextValues): string | undefined {
    return textOf(this.supposition.choiceOf('quota', this.kind), values)?.text;
  }

  private saying(fact: BeginningFact, values: TextValues): ServiceText | undefined {
    const choice = this.supposition.choiceOf(fact, this.kind);
    return isUsual(choice) || this.isOver(choice, SECONDS[fact]) ? undefined : textOf(choice, values);
  }

  private isOver(choice: Choice, seconds: number): boolean {
    if (alternativeOf(choice).passes === false) return false;
    return this.clock.now() >= this.firstAt! + seconds * 1000;
  }
}
