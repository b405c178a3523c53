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

const LONG_TEXT = `longer than ${LONGEST_LINE_BYTES / 1_000_000} MB, which is more than any model is asked at once`;

/** What a file of prompts must be. */
export function evaluationRules(form: RecordForm, identifiers: readonly string[]): InputRules {
  const check = new BodyCheck(RECORD_FORMS[form], '');
  const checkRecord = (record: Record<string, unknown>, tell: TellFault) => {
    check.check(record, tell);
    if (identifiers.length > 0) checkIdentifiers(record, identifiers, tell);
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
