import { type CheckedFile, countOf } from './checked-file';
import { CUSTOMIZATION_NAMES } from '../src/bedrock/customization/data/training-forms';

/** The report for a person. */
export function textReport(files: readonly CheckedFile[]): string {
  const [errors, warnings] = [countOf('error', files), countOf('warning', files)];
  const counts = `${number(errors, 'error')}, ${number(warnings, 'warning')}`;
  const total = `${number(files.length, 'file')}: ${errors + warnings === 0 ? 'nothing found' : counts}`;
  return [...files.flatMap((file) => [...linesOf(file)]), total, ''].join('\n');
}

function* linesOf(file: CheckedFile): Iterable<string> {
  const { path, dataInputConfig, openInputs, note, findings } = file;
  yield `${path}: ${whatItIs(file)}`;
  if (dataInputConfig !== undefined) yield `  dataInputConfig: ${dataInputConfig}`;
  if (openInputs !== undefined) yield `  dataInputConfig: ${openInputs}`;
  if (note !== undefined) yield `  note: ${note}`;
  for (const { severity, id, text } of findings) {
    yield `  ${severity}: ${text}${id === undefined ? '' : ` [${id}]`}`;
  }
}

/** What a file is, and what it would be taken for. */
function whatItIs({ kind, frameworks, modelFamily, customizationType, recordForm, findings }: CheckedFile): string {
  if (kind === 'training data') return `data for ${CUSTOMIZATION_NAMES[customizationType!]}`;
  if (kind === 'prompts') return `${recordForm} of an evaluation`;
  if (kind === 'records') return modelFamily === undefined ? 'records' : `records for ${modelFamily}`;
  if (kind === 'data') return 'data';
  if (kind === 'model folder') return 'a model to be imported into Bedrock';
  const isUsable = findings.every(({ severity }) => severity !== 'error');
  const name = kind === 'model' ? 'a model that is not packed yet' : 'a model archive';
  if (!frameworks?.length || !isUsable) return `${name}, which Neo would not take`;
  return `${name}, which Neo would take for ${frameworks.join(' or ')}`;
}

function number(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
