import type { FolderProblem } from './folder-problem';
import { jsonObjectIn, type ModelFile, noObjectText } from './model-files';
import { shown } from '../../../validation/shown';

/** The tokenizers that AWS's page names (2026), each of which may be fast. */
const TOKENIZERS = [
  'CodeLlamaTokenizer',
  'GPT2Tokenizer',
  'GPTNeoXTokenizer',
  'LlamaTokenizer',
  'PreTrainedTokenizer',
  'Qwen2Tokenizer',
  'T5Tokenizer',
];
/** What is a tokenizer's vocabulary: models have the one or the other, whatever the page says of both. */
const VOCABULARIES = ['tokenizer.json', 'tokenizer.model', 'spiece.model', 'vocab.json'];

/** What AWS's page says against the tokenizer of a model. */
export function* tokenizerProblems(files: readonly ModelFile[]): Iterable<FolderProblem> {
  const saved = 'save the tokenizer beside the model, with its `save_pretrained()`';
  const config = files.find(({ name }) => name === 'tokenizer_config.json');
  if (!config) yield tokenizer(`should have 'tokenizer_config.json', as AWS's page asks for: ${saved}`);
  if (!files.some(({ name }) => VOCABULARIES.includes(name))) {
    yield tokenizer(`should have 'tokenizer.json' or 'tokenizer.model', as AWS's page asks for: ${saved}`);
  }
  if (!config) return;
  const members = jsonObjectIn(config);
  if (!members) {
    yield { text: `must have an object as JSON in 'tokenizer_config.json', got ${noObjectText(config)}` };
    return;
  }
  const { tokenizer_class: name } = members;
  if (typeof name !== 'string' || TOKENIZERS.includes(name.replace(/Fast$/, ''))) return;
  yield tokenizer(
    `should have a tokenizer that AWS's page names (${TOKENIZERS.join(', ')}), got ${shown(name)} in 'tokenizer_config.json'`,
  );
}

function tokenizer(text: string): FolderProblem {
  return { text, warning: 'importedModelTokenizer' };
}
