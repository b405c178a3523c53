import { configProblems } from './config-problems';
import type { FolderProblem } from './folder-problem';
import { filesOfModel, isPointer, jsonObjectIn, type ModelFile, noObjectText } from './model-files';
import { tokenizerProblems } from './tokenizer-problems';
import { weightProblems } from './weight-problems';
import { shown } from '../../../validation/shown';

/** What a model has that Bedrock reads. */
const READ = /\.(safetensors|bin|json|model)$/;

/**
 * What keeps Bedrock from importing the model in a folder, and what may do so.
 *
 * @param region Where it is imported, if that is known.
 */
export function folderProblems(folder: string, region?: string): FolderProblem[] {
  const files = filesOfModel(folder);
  const has = (name: string) => files.find((file) => file.name === name);
  const pointers = files.filter((file) => READ.test(file.name) && isPointer(file));
  if (pointers.length > 0) return [pointerProblem(pointers)];
  const config = has('config.json');
  if (!config) return [noConfig(folder, has('adapter_config.json') !== undefined)];
  const members = jsonObjectIn(config);
  if (!members) return [{ text: `must have an object as JSON in 'config.json', got ${noObjectText(config)}` }];
  return [...configProblems(members, region), ...weightProblems(folder, files, members), ...tokenizerProblems(files)];
}

function pointerProblem(pointers: readonly ModelFile[]): FolderProblem {
  const [{ name }, ...others] = pointers;
  const more = others.length === 0 ? '' : ` and ${others.length} more`;
  const text = `must have the files themselves, got pointers of Git LFS: '${name}'${more}. Get the files with \`git lfs pull\` before the synthesis`;
  return { text };
}

function noConfig(folder: string, isAdapter: boolean): FolderProblem {
  const saved = "a model as the transformers library saves it, with 'config.json' and weights directly in the folder";
  if (!isAdapter) return { text: `must be ${saved}, got ${shown(folder)}, which has no 'config.json'` };
  const wayOut = "merge it into its base model with PEFT's `merge_and_unload()`, and save that model and its tokenizer";
  return { text: `must be ${saved}, got ${shown(folder)}, an adapter alone ('adapter_config.json'): ${wayOut}` };
}
