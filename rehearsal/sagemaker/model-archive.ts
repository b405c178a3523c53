import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

const BLOCK = 512;

/** What Neo looks for in an archive, by the name of the framework in its messages. */
interface ExpectedFiles {
  readonly name: string;
  /** Endings of file names: exactly one file must have one of each. */
  readonly endings: readonly (readonly string[])[];
  /** Endings of which any number will do, from one on. */
  readonly several?: readonly string[];
  /** Whether a file of any name will do where it is the only one. */
  readonly orOnlyFile?: boolean;
}

const EXPECTED_FILES: Record<string, ExpectedFiles> = {
  DARKNET: { name: 'Darknet', endings: [['.cfg'], ['.weights']] },
  KERAS: { name: 'Keras', endings: [['.h5']] },
  MXNET: { name: 'MXNet', endings: [['.json']], several: ['.params'] },
  ONNX: { name: 'ONNX', endings: [['.onnx']] },
  PYTORCH: { name: 'PyTorch', endings: [['.pt', '.pth']] },
  TENSORFLOW: { name: 'TensorFlow', endings: [['.pb', '.pbtxt']] },
  TFLITE: { name: 'TFLite', endings: [['.tflite']] },
  XGBOOST: { name: 'XGBoost', endings: [['.model']], orOnlyFile: true },
};

/** What SageMaker's own algorithms write beside a model, and hidden files, such as macOS adds. */
const NO_MODEL = /(^|\/)(\.[^/]*|model-shapes\.json|hyperparams\.json|amba_config\.json|model-metadata\.json)$/;

/** Why Neo would refuse this input archive; undefined when it would not. */
export function archiveProblem(path: string, framework: string): string | undefined {
  let files: string[];
  try {
    files = tarFiles(gunzipSync(readFileSync(path)));
  } catch {
    return problem('Unable to untar input model. Please confirm the model is a tar.gz file');
  }
  const expected = EXPECTED_FILES[framework];
  if (!expected || (expected.orOnlyFile && files.length === 1)) return undefined;
  const { name, endings, several } = expected;
  const wrong = endings.find((each) => count(files, each) !== 1);
  if (wrong) return problem(`Exactly one ${wrong.join(' or ')} file is allowed for ${name} models.`);
  if (!several || count(files, several) > 0) return undefined;
  return problem(`At least one ${several.join(' or ')} file is needed for ${name} models.`);
}

function problem(what: string): string {
  return `ClientError: InputConfiguration: ${what}`;
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
    const name = text(header, 0, 100);
    if ((type === '0' || type === '\0') && !NO_MODEL.test(name)) files.push(name);
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
