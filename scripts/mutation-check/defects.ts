import type { Defect } from './defect';
import { ADOPTION } from './defects/adoption';
import { ANSWERING } from './defects/answering';
import { CREATION } from './defects/creation';
import { EVALUATION } from './defects/evaluation';
import { INGESTION } from './defects/ingestion';
import { PRECEDENCE } from './defects/precedence';
import { REMOVAL } from './defects/removal';
import { REPEATING } from './defects/repeating';
import { REQUESTS } from './defects/requests';
import { SERVICES } from './defects/services';
import { SIGNALLING } from './defects/signalling';
import { WAITING } from './defects/waiting';

/** All defects that are to be noticed. */
export const DEFECTS: readonly Defect[] = [
  ...ADOPTION,
  ...CREATION,
  ...WAITING,
  ...SIGNALLING,
  ...REMOVAL,
  ...PRECEDENCE,
  ...REPEATING,
  ...ANSWERING,
  ...REQUESTS,
  ...SERVICES,
  ...EVALUATION,
  ...INGESTION,
];
