import { isUtf8 } from 'node:buffer';
import { hasLoneSurrogate } from './lone-surrogates';
import { isObject, kindOf, type RecordFault, shortened } from './record-fault';
import { hasTooManyValues } from '../../local-file/oversized-json';

/** One record of the input of a batch inference job. */
export interface InputRecord {
  /** The request for the model. */
  readonly modelInput: Record<string, unknown>;
  /** What the record is called in the output. */
  readonly recordId?: string;
  /** Whether a text of it has half of a character. */
  readonly isHalved: boolean;
}

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** The record that a line of a file is. */
export function parseRecord(line: Buffer, fault: RecordFault): InputRecord {
  if (!isUtf8(line)) throw fault('not valid UTF-8');
  const text = line.toString();
  if (text.trim() === '') throw fault('a blank line');
  if (hasTooManyValues(line)) throw fault('more than 1,000,000 values, which no record has');
  const value = parseJson(text, line, fault);
  if (!isObject(value)) throw fault(`not a JSON object, but ${kindOf(value)}`);
  const { modelInput, recordId } = value;
  if (modelInput === undefined) throw fault("'modelInput' is missing");
  if (!isObject(modelInput)) throw fault(`'modelInput' must be an object, got ${kindOf(modelInput)}`);
  if ('modelId' in modelInput) throw fault("'modelInput.modelId' must be left out, for the job says which model it is");
  if (recordId !== undefined && typeof recordId !== 'string') {
    const wayOut = recordId === null ? ': leave the member out, and the service makes an id' : '';
    throw fault(`'recordId' must be a string, got ${shortened(recordId)}${wayOut}`);
  }
  for (const member in value) {
    if (member !== 'modelInput' && member !== 'recordId') throw fault(unknownText(member, value[member]));
  }
  return { modelInput, recordId, isHalved: hasLoneSurrogate(line, text, value) };
}

function unknownText(member: string, value: unknown): string {
  const isNull = value === null ? ' even as null' : '';
  return `${shortened(member)} must be left out${isNull}, for a record has 'modelInput' and 'recordId' only`;
}

function parseJson(text: string, line: Buffer, fault: RecordFault): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (line.subarray(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK)) {
      throw fault('a byte order mark at the beginning, which is not JSON: save the file as UTF-8 without it');
    }
    throw fault(`not valid JSON: ${reasonOf(error as SyntaxError)}`);
  }
}

/** What the parser says, without the part of the record that it may show. */
function reasonOf({ message }: SyntaxError): string {
  return message.replace(/,\s+(\.\.\.)?".*is not valid JSON$/s, '').replace(/ in JSON(?= at )| \(line 1 .*\)$/g, '');
}
