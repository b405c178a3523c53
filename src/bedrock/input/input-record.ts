import { isUtf8 } from 'node:buffer';
import { hasLoneSurrogate } from './lone-surrogates';
import { kindOf, type RecordFault, shortened } from './record-fault';
import { brokenJsonReason } from '../../local-file/broken-json';
import { isObject } from '../../local-file/json-value';
import { hasTooManyValues } from '../../local-file/oversized-json';
import { parserReason } from '../../local-file/parser-reason';
import { meantMember } from '../../validation/member-slip';

/** One record of the input of a batch inference job. */
export interface InputRecord {
  /** The request for the model. */
  readonly modelInput: Record<string, unknown>;
  /** What the record is called in the output. */
  readonly recordId?: string;
  /** Whether a text of it has half of a character. */
  readonly isHalved: boolean;
  /** What is to be said of each member that it has besides these. */
  readonly others: readonly string[];
}

type JsonObject = Record<string, unknown>;

/** Names that are longer are no slips, and those of more members say no more. */
const [LONGEST_NAME, MOST_NAMES] = [60, 10];
const LIST_TEXT = ': write each of its items on a line of its own';

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** The object that a line of a file is, and its text. */
export function parseObject(line: Buffer, fault: RecordFault): { readonly text: string; readonly value: JsonObject } {
  if (!isUtf8(line)) {
    throw fault(
      'not valid UTF-8: save the file as UTF-8, for spreadsheets and older programs write other encodings, such as Latin-1',
    );
  }
  const text = line.toString();
  if (text.trim() === '') throw fault('a blank line');
  if (hasTooManyValues(line)) throw fault('more than 1,000,000 values, which no record has');
  const value = parseJson(text, line, fault);
  if (!isObject(value)) throw fault(`not a JSON object, but ${kindOf(value)}${Array.isArray(value) ? LIST_TEXT : ''}`);
  return { text, value };
}

/** The record that a line of a file is. */
export function parseRecord(line: Buffer, fault: RecordFault): InputRecord {
  const { text, value } = parseObject(line, fault);
  const { modelInput, recordId } = value;
  if (modelInput === undefined) throw fault(missingText(value));
  if (!isObject(modelInput)) throw fault(`'modelInput' must be an object, got ${kindOf(modelInput)}`);
  if ('modelId' in modelInput) throw fault("'modelInput.modelId' must be left out, for the job says which model it is");
  if (recordId !== undefined && typeof recordId !== 'string') {
    const wayOut = recordId === null ? ': leave the member out, and the service makes an id' : '';
    throw fault(`'recordId' must be a string, got ${shortened(recordId)}${wayOut}`);
  }
  return { modelInput, recordId, isHalved: hasLoneSurrogate(line, text, value), others: othersIn(value, fault) };
}

const NONE: readonly string[] = [];
const MEMBERS = ['modelInput', 'recordId'];
/** Records of the batch APIs of others, by a member that they have, and where these have the body. */
const OTHER_APIS: readonly (readonly [member: string, body: string, text: string])[] = [
  ['custom_id', 'body', "OpenAI's batch API"],
  ['custom_id', 'params', "Anthropic's batch API"],
  ['request', 'request', 'the batch API of Gemini'],
];

/** Where the records of others have what is much like a request. */
const OTHER_BODIES = ['body', 'params'];

/** Why there is no request: it may have another name. */
function missingText(value: Record<string, unknown>): string {
  const names = Object.keys(value).slice(0, MOST_NAMES);
  const meant = names.find((name) => name.length <= LONGEST_NAME && meantMember(MEMBERS, name) === 'modelInput');
  if (meant !== undefined) return `'modelInput' is missing: did you mean it by ${shortened(meant)}?`;
  // a request of Gemini has other members
  const wrapper = names.find(
    (name) => isObject(value[name]) && value[name].messages !== undefined && !OTHER_BODIES.includes(name),
  );
  if (wrapper !== undefined) return `'modelInput' is missing: did you mean it by ${shortened(wrapper)}?`;
  const other = OTHER_APIS.find(([member, body]) => names.includes(member) && names.includes(body));
  if (!other) return "'modelInput' is missing, which has the request for the model";
  const [, body, api] = other;
  return `'modelInput' is missing: it looks like a record of ${api}. Write {"recordId": "…", "modelInput": {…}} with what the model takes, as in its '${body}'`;
}

/** What is to be said of the members that a record has besides its own: nearly all have none. */
function othersIn(value: Record<string, unknown>, fault: RecordFault): readonly string[] {
  let others: string[] | undefined;
  for (const member in value) {
    if (member === 'modelInput' || member === 'recordId') continue;
    const meant = member.length > LONGEST_NAME ? undefined : meantMember(MEMBERS, member);
    if (meant !== undefined) throw fault(`${shortened(member)} is no member of a record: did you mean '${meant}'?`);
    others ??= [];
    if (others.length < MOST_NAMES) others.push(otherMemberText(member, value[member]));
  }
  return others ?? NONE;
}

/** Of such a member: the service was not seen to take one, nor to refuse it. */
function otherMemberText(member: string, value: unknown): string {
  if (member === 'modelOutput') return "'modelOutput' is the answer of a job: these are its results, and not its input";
  const what = value === null ? 'is null, and should be left out' : 'should be left out';
  return `${shortened(member)} ${what}, for a record has 'modelInput' and 'recordId' only`;
}

function parseJson(text: string, line: Buffer, fault: RecordFault): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (line.subarray(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK)) {
      throw fault('a byte order mark at the beginning, which is not JSON: save the file as UTF-8 without it');
    }
    const reason = brokenJsonReason(line);
    throw fault(reason ?? `not valid JSON: ${parserReason(error as SyntaxError)}`);
  }
}
