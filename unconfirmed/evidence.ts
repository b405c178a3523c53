import { CUSTOMIZATION_EVIDENCE } from './evidence/customization';
import { ENDING_EVIDENCE } from './evidence/ending';
import { INGESTION_EVIDENCE } from './evidence/ingestion';
import { NAME_EVIDENCE } from './evidence/names';
import { OPTIMIZATION_EVIDENCE } from './evidence/optimization';
import { STARTING_EVIDENCE } from './evidence/starting';
import { WAITING_EVIDENCE } from './evidence/waiting';
import type { FactId } from './facts';

/** What is known of a fact that nobody has confirmed, for who reads UNCONFIRMED.md: nothing that runs needs it. */
export interface Evidence {
  /** Where what is known comes from, in Markdown. */
  readonly sources: readonly string[];
  /** What the library makes use of. */
  readonly reliance: string;
  /** What happens if it is otherwise. */
  readonly otherwise: string;
  /** How a person with an account finds out in a minute, in Markdown. */
  readonly check: string;
}

/** That of all facts, by their ids. */
export const EVIDENCE: Record<FactId, Evidence> = {
  ...STARTING_EVIDENCE,
  ...NAME_EVIDENCE,
  ...ENDING_EVIDENCE,
  ...WAITING_EVIDENCE,
  ...CUSTOMIZATION_EVIDENCE,
  ...OPTIMIZATION_EVIDENCE,
  ...INGESTION_EVIDENCE,
};
