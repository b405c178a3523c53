import { RECORD_FORMS, type RecordForm } from './evaluation-forms';
import { LONGEST_LINE_BYTES } from '../../../local-file/json-lines';
import { isObject, itemsIn } from '../../../local-file/json-value';
import { countText } from '../../../local-file/line-text';
import { parseTrainingRecord } from '../../customization/data/training-record';
import type { InputRules } from '../../input/input-reading';
import { shortened } from '../../input/record-fault';
import { BodyCheck, type TellFault } from '../../request-body/body-check';
import { OPEN } from '../../request-body/body-shape';

/** How many prompts a dataset may have, as AWS's pages say. */
const MOST_PROMPTS = 1000;

/** The metrics that are nothing without a right answer. */
const COMPARED = ['Builtin.Accuracy', 'Builtin.ContextCoverage'];
const REFERENCE = 'evaluationReference';

const LONG_TEXT = `longer than ${LONGEST_LINE_BYTES / 1_000_000} MB, which is more than any model is asked at once`;

/** What a file of prompts is for. */
export interface EvaluatedPrompts {
  readonly form: RecordForm;
  /** What records call those that have answered elsewhere. @default - whatever they call them */
  readonly identifiers?: readonly string[];
  /** The names of the metrics. @default - they are not known */
  readonly metrics?: readonly string[];
}

/** What a file of prompts must be. */
export function evaluationRules({ form, identifiers = [], metrics = [] }: EvaluatedPrompts): InputRules {
  const check = new BodyCheck(RECORD_FORMS[form], '');
  const isCompared = COMPARED.find((metric) => metrics.includes(metric));
  const checkRecord = (record: Record<string, unknown>, tell: TellFault) => {
    check.check(record, tell);
    if (identifiers.length > 0) checkIdentifiers(record, identifiers, tell);
    if (isCompared !== undefined) checkReferences(record, isCompared, tell);
  };
  return {
    // only a record that is the same as another one is taken for known
    checkRequest: Object.assign(checkRecord, { body: OPEN }),
    parse: parseTrainingRecord,
    minimumRecords: 1,
    maximumBytes: Infinity,
    mostRecords: MOST_PROMPTS,
    tooMany: {
      id: 'evaluationPromptCount',
      text: `a dataset has ${countText(MOST_PROMPTS)} at most, by AWS's pages: make several jobs`,
    },
    longText: LONG_TEXT,
  };
}

/** By AWS's pages, these metrics compare answers with what records have as the right one. */
function checkReferences(record: Record<string, unknown>, metric: string, tell: TellFault): void {
  const missing = (member: string) =>
    tell(`reference ${member}`, `'${member}' is missing, with which '${metric}' compares, by AWS's pages`, REFERENCE);
  if (record.prompt !== undefined && record.referenceResponse === undefined) missing('referenceResponse');
  const turns = itemsIn(record.conversationTurns).filter(isObject);
  if (turns.some(({ referenceResponses: given }) => given === undefined || itemsIn(given).length === 0)) {
    missing('conversationTurns[].referenceResponses');
  }
}

/** What was answered elsewhere has the name of a source of the job. */
function checkIdentifiers(record: Record<string, unknown>, identifiers: readonly string[], tell: TellFault): void {
  const named = (place: string, name: unknown) => {
    if (typeof name !== 'string' || identifiers.includes(name)) return;
    const known = identifiers.map((each) => `'${each}'`).join(' or ');
    tell(`identifier ${place}`, `'${place}' must be ${known}, as the job calls its sources, got ${shortened(name)}`);
  };
  for (const answer of itemsIn(record.modelResponses).filter(isObject)) {
    named('modelResponses[].modelIdentifier', answer.modelIdentifier);
  }
  for (const { output } of itemsIn(record.conversationTurns).filter(isObject)) {
    if (isObject(output)) named('conversationTurns[].output.knowledgeBaseIdentifier', output.knowledgeBaseIdentifier);
  }
}
