import { CUSTOMIZATION_FACTS } from './facts/customization';
import { ENDING_FACTS } from './facts/ending';
import { EVALUATION_FACTS } from './facts/evaluation';
import { INGESTION_FACTS } from './facts/ingestion';
import { NAME_FACTS } from './facts/names';
import { OPTIMIZATION_FACTS } from './facts/optimization';
import { STARTING_FACTS } from './facts/starting';
import { WAITING_FACTS } from './facts/waiting';
import type { Alternative, UnconfirmedFact } from './unconfirmed-fact';

/** All facts that nobody has confirmed, by id: what the simulation and the rehearsal play, and what UNCONFIRMED.md is made from. */
export const FACTS = {
  ...STARTING_FACTS,
  ...NAME_FACTS,
  ...ENDING_FACTS,
  ...WAITING_FACTS,
  ...CUSTOMIZATION_FACTS,
  ...OPTIMIZATION_FACTS,
  ...INGESTION_FACTS,
  ...EVALUATION_FACTS,
} as const;

/** The id of a fact. */
export type FactId = keyof typeof FACTS;

/** The names of a fact's alternatives. */
export type AlternativeName<Id extends FactId> = keyof (typeof FACTS)[Id]['alternatives'] & string;

/** The ids of all facts. */
export const FACT_IDS = Object.keys(FACTS) as FactId[];

/** A fact, whatever its alternatives are called. */
export function factOf(id: FactId): UnconfirmedFact {
  return FACTS[id];
}

/** One alternative of one fact. */
export interface Choice {
  readonly fact: FactId;
  readonly alternative: string;
}

/** All alternatives of all facts. */
export const CHOICES: readonly Choice[] = FACT_IDS.flatMap((fact) =>
  Object.keys(factOf(fact).alternatives).map((alternative) => ({ fact, alternative })),
);

/** What a choice says. */
export function alternativeOf({ fact, alternative }: Choice): Alternative {
  return factOf(fact).alternatives[alternative];
}

/** Whether a choice is what is so where nothing is supposed. */
export function isUsual({ fact, alternative }: Choice): boolean {
  return factOf(fact).usual === alternative;
}

/** The kinds of jobs for which a choice may be so. */
export function kindsOf(choice: Choice): UnconfirmedFact['kinds'] {
  return alternativeOf(choice).kinds ?? factOf(choice.fact).kinds;
}

/** A choice as a person writes it. */
export function choiceName({ fact, alternative }: Choice): string {
  return `${fact}=${alternative}`;
}
