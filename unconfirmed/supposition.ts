import {
  alternativeOf,
  type AlternativeName,
  type Choice,
  choiceName,
  CHOICES,
  FACT_IDS,
  type FactId,
  factOf,
  kindsOf,
} from './facts';
import type { JobKindKey, ServiceText } from './unconfirmed-fact';

/** What stands for the placeholders of a text. */
export type TextValues = { readonly [placeholder: string]: string };

/** What is taken to be so of all that nobody has confirmed: for each fact one alternative. */
export class Supposition {
  /** What is so where nothing else is said. */
  public static readonly USUAL = new Supposition([]);

  /** Reads choices as a person writes them, such as `arn-case=lowered`; throws an error with all there are. */
  public static read(texts: readonly string[]): Supposition {
    return new Supposition(texts.map(choiceNamed));
  }

  private readonly byFact: ReadonlyMap<FactId, Choice>;

  /** @param choices What is not usual; of a fact that is among them more than once, the last. */
  constructor(choices: readonly Choice[]) {
    this.byFact = new Map(choices.map((choice) => [choice.fact, choice]));
  }

  /** What is said, as a person writes it. */
  public get names(): readonly string[] {
    return [...this.byFact.values()].map(choiceName);
  }

  /** What is so for a kind of job; for a kind that it does not concern, what is usual. */
  public choiceOf(fact: FactId, kind?: JobKindKey): Choice {
    const chosen = this.byFact.get(fact);
    const isConcerned = chosen && (kind === undefined || kindsOf(chosen).includes(kind));
    return isConcerned ? chosen : { fact, alternative: factOf(fact).usual };
  }

  /** The name of what is so. */
  public nameOf<Id extends FactId>(fact: Id, kind?: JobKindKey): AlternativeName<Id> {
    return this.choiceOf(fact, kind).alternative as AlternativeName<Id>;
  }
}

/** What a service says in an alternative, of a job and a call; `undefined` where the table has no text. */
export function textOf(choice: Choice, values: TextValues = {}): ServiceText | undefined {
  const { says } = alternativeOf(choice);
  return says && { ...says, text: filled(says.text, values) };
}

/** A text with what its placeholders stand for. */
export function filled(text: string, values: TextValues): string {
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder);
}

function choiceNamed(text: string): Choice {
  const known = CHOICES.find((choice) => choiceName(choice) === text);
  if (known) return known;
  const [id] = text.split('=');
  const fact = FACT_IDS.find((candidate) => candidate === id);
  if (fact === undefined) {
    throw new Error(`"${text}" must be <fact>=<alternative>, of these facts: ${FACT_IDS.join(', ')}`);
  }
  const names = Object.keys(factOf(fact).alternatives).map((alternative) => choiceName({ fact, alternative }));
  throw new Error(`"${text}" must be one of ${names.join(', ')}`);
}
