import type { CheckOptions } from './check-options';
import type { CheckedFile, InputKind } from './checked-file';

const MODELS: readonly InputKind[] = ['model archive', 'model'];
const LINES: readonly InputKind[] = ['records', 'training data'];

/** What each option says something of; the others are for whatever there is. */
const KINDS_OF: { readonly [option in keyof CheckOptions]?: readonly InputKind[] } = {
  framework: MODELS,
  invoke: ['records'],
  modelId: LINES,
  customize: ['training data'],
  evaluate: ['prompts'],
  minimumRecords: LINES,
  contentType: ['data'],
  gzip: ['data'],
  split: ['data'],
  maxPayload: ['data'],
};

/** An option that no file had a use for, as the command spells it, and what it is for instead. */
export interface UnusedOption {
  readonly option: string;
  readonly reason: string;
}

/** Says of each option that no file had a use for: whoever gave it takes the files for something else than they were read as. */
export function unusedOptions(options: CheckOptions, files: readonly CheckedFile[]): UnusedOption[] {
  const kinds = new Set(files.map(({ kind }) => kind));
  return (Object.keys(options) as (keyof CheckOptions)[]).flatMap((option) => {
    const wanted = KINDS_OF[option];
    if (wanted === undefined || wanted.some((kind) => kinds.has(kind))) return [];
    const reason = `is for ${wanted.join(' and ')}, and what was read is ${[...kinds].join(' and ')}: say with --as what it is`;
    return { option: `--${option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, reason };
  });
}
