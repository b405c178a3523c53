import { type CheckedFile, warningFinding } from './checked-file';
import { lineFindings } from './line-files';
import { evaluationRules } from '../src/bedrock/evaluation/data/evaluation-check';
import type { RecordForm } from '../src/bedrock/evaluation/data/evaluation-forms';
import { shown } from '../src/validation/shown';

/** What prompts of an evaluation are for. */
export interface PromptOptions {
  readonly form: RecordForm;
}

const NAME = "should have a name that ends in '.jsonl', as AWS's pages have it";

/** Reads a file of prompts, or of questions for a knowledge base, as an evaluation job would. */
export function checkPrompts(path: string, { form }: PromptOptions): CheckedFile {
  const misnamed = warningFinding('evaluationDataName', `${NAME}, got ${shown(path)}`);
  return { path, kind: 'prompts', recordForm: form, findings: lineFindings(path, evaluationRules({ form }), misnamed) };
}
