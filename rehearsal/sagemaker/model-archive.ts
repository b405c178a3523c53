import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

const BLOCK = 512;

/** Which files Neo looks for in an archive: file name endings, each wanted exactly once. */
const EXPECTED_FILES: Record<string, { readonly name: string; readonly endings: readonly (readonly string[])[] }> = {
  DARKNET: { name: 'Darknet', endings: [['.cfg'], ['.weights']] },
  KERAS: { name: 'Keras', endings: [['.h5']] },
  MXNET: { name: 'MXNet', endings: [['.json'], ['.params']] },
  ONNX: { name: 'ONNX', endings: [['.onnx']] },
  PYTORCH: { name: 'PyTorch', endings: [['.pt', '.pth']] },
  TENSORFLOW: { name: 'TensorFlow', endings: [['.pb', '.pbtxt']] },
  TFLITE: { name: 'TFLite', endings: [['.tflite']] },
  XGBOOST: { name: 'XGBoost', endings: [['.model']] },
};

/** Why Neo would refuse this input archive; undefined when it would not. */
export function archiveProblem(path: string, framework: string): string | undefined {
  let files: string[];
  try {
    files = tarFiles(gunzipSync(readFileSync(path)));
  } catch {
    return 'ClientError: InputConfiguration: Unable to untar input model. Please confirm the model is a tar.gz file';
  }
  const expected = EXPECTED_FILES[framework];
  const wrong = expected?.endings.find((endings) => count(files, endings) !== 1);
  if (!expected || !wrong) return undefined;
  return `ClientError: InputConfiguration: Exactly one ${wrong.join(' or ')} file is allowed for ${expected.name} models.`;
}

function count(files: string[], endings: readonly string[]): number {
  return files.filter((file) => endings.some((ending) => file.endsWith(ending))).length;
}

/** The names of the regular files in a tar archive. */
function tarFiles(archive: Buffer): string[] {
  const files: string[] = [];
  let offset = 0;
  while (offset + BLOCK <= archive.length && archive[offset] !== 0) {
    const header = archive.subarray(offset, offset + BLOCK);
    if (checksum(header) !== octal(header, 148, 8)) throw new Error('not a tar archive');
    const type = String.fromCharCode(header[156]);
    // resource forks that macOS adds are no part of the model
    const name = text(header, 0, 100);
    if ((type === '0' || type === '\0') && !/(^|\/)\._/.test(name)) files.push(name);
    offset += BLOCK + Math.ceil(octal(header, 124, 12) / BLOCK) * BLOCK;
  }
  if (offset === 0) throw new Error('not a tar archive');
  return files;
}

/** The sum of a header's bytes, with the field of the sum itself taken as spaces. */
function checksum(header: Buffer): number {
  return header.reduce((sum, byte, index) => sum + (index >= 148 && index < 156 ? 0x20 : byte), 0);
}

function octal(header: Buffer, start: number, length: number): number {
  return parseInt(text(header, start, length).trim() || '0', 8);
}

function text(header: Buffer, start: number, length: number): string {
  return header.toString('latin1', start, start + length).replace(/\0.*$/s, '');
}
