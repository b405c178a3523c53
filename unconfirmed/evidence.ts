import { CUSTOMIZATION_EVIDENCE } from './evidence/customization';
import { ENDING_EVIDENCE } from './evidence/ending';
import { EVALUATION_EVIDENCE } from './evidence/evaluation';
import { INGESTION_EVIDENCE } from './evidence/ingestion';
import { NAME_EVIDENCE } from './evidence/names';
import { OPTIMIZATION_EVIDENCE } from './evidence/optimization';
import { STARTING_EVIDENCE } from './evidence/starting';
import { WAITING_EVIDENCE } from './evidence/waiting';
import type { FactId } from './facts';
import type { Evidence } from './unconfirmed-fact';

/** That of all facts, by their ids. */
export const EVIDENCE: Record<FactId, Evidence> = {
  ...STARTING_EVIDENCE,
  ...NAME_EVIDENCE,
  ...ENDING_EVIDENCE,
  ...WAITING_EVIDENCE,
  ...CUSTOMIZATION_EVIDENCE,
  ...OPTIMIZATION_EVIDENCE,
  ...INGESTION_EVIDENCE,
  ...EVALUATION_EVIDENCE,
};
