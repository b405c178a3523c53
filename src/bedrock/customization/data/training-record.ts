import { type InputRecord, parseObject } from '../../input/input-record';
import { hasLoneSurrogate } from '../../input/lone-surrogates';
import type { RecordFault } from '../../input/record-fault';

/** The record that a line of training data is: all of it is what the model learns from. */
export function parseTrainingRecord(line: Buffer, fault: RecordFault): InputRecord {
  const { text, value } = parseObject(line, fault);
  return { modelInput: value, isHalved: hasLoneSurrogate(line, text, value), others: [] };
}
