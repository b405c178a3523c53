import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isMultimodal, mayHaveOtherTypes } from './config-problems';
import type { FolderProblem } from './folder-problem';
import { jsonObjectIn, type ModelFile, noObjectText } from './model-files';
import { readSafetensors, UnusableWeights } from './safetensors';
import { isPlainObject } from '../../../validation/plain-object';
import { shown } from '../../../validation/shown';

const WEIGHTS = /\.safetensors$/;
/** An adapter beside a model is no part of it. */
const ADAPTER = /^adapter_/;
const INDEX = 'model.safetensors.index.json';
/** A part of the weights, as the transformers library names it. */
const PART = /^(.+)-(\d{5})-of-(\d{5})\.safetensors$/;
const PICKLED = /^pytorch_model.*\.bin$/;
const GB = 1000 ** 3;

/** The types of numbers that a model is imported with, and those of counters and masks beside its weights. */
const TYPES = ['F32', 'F16', 'BF16'];
const BESIDE = ['F64', 'I64', 'BOOL'];

/** What is wrong with the weights of a model. */
export function* weightProblems(
  folder: string,
  files: readonly ModelFile[],
  config: { readonly [member: string]: unknown },
): Iterable<FolderProblem> {
  const weights = files.filter(({ name }) => WEIGHTS.test(name) && !ADAPTER.test(name));
  if (weights.length === 0) {
    yield noWeights(folder, files);
    return;
  }
  yield* missingFiles(files);
  const others = new Map<string, string>();
  for (const file of weights) {
    try {
      for (const type of readSafetensors(file)) if (!others.has(type)) others.set(type, file.name);
    } catch (error) {
      if (!(error instanceof UnusableWeights)) throw error;
      yield { text: `must have readable weights, got '${file.name}', ${error.message}` };
    }
  }
  const [other] = [...others].filter(([type]) => !TYPES.includes(type) && !BESIDE.includes(type));
  if (other && !mayHaveOtherTypes(config)) {
    const text = `should have weights of the types ${TYPES.join(', ')}, got ${other[0]} in '${other[1]}': save the model in one of these`;
    yield { text, warning: 'importedModelQuantized' };
  }
  yield* sizeProblems(weights, isMultimodal(config));
}

/** What there is in the place of safetensors. */
function noWeights(folder: string, files: readonly ModelFile[]): FolderProblem {
  const saved = 'save the model with `save_pretrained()` of the transformers library';
  if (files.some(({ name }) => PICKLED.test(name))) {
    const text = `should have its weights in files that end in '.safetensors', as AWS's page asks for, got '.bin': ${saved}, with safe_serialization=True`;
    return { text, warning: 'importedModelWeights' };
  }
  const must = "must have weights in files that end in '.safetensors' directly in the folder";
  if (files.some(({ name }) => ADAPTER.test(name))) {
    return { text: `${must}, got an adapter alone: merge it into its base model with PEFT's \`merge_and_unload()\`` };
  }
  const gguf = files.find(({ name }) => name.endsWith('.gguf'));
  if (gguf) return { text: `${must}, got '${gguf.name}', a model of llama.cpp: import the model that it was made of` };
  const inner = readdirSync(folder).find((name) => hasWeights(join(folder, name)));
  if (inner !== undefined) return { text: `${must}, got some in '${inner}/': give that folder` };
  return { text: `${must}, got none in ${shown(folder)}: ${saved}` };
}

function hasWeights(path: string): boolean {
  return (
    statSync(path, { throwIfNoEntry: false })?.isDirectory() === true &&
    readdirSync(path).some((name) => WEIGHTS.test(name))
  );
}

/** An index says in which files the weights are. */
function* missingFiles(files: readonly ModelFile[]): Iterable<FolderProblem> {
  const index = files.find(({ name }) => name === INDEX);
  if (!index) {
    yield* missingParts(files);
    return;
  }
  const members = jsonObjectIn(index);
  if (!members) yield { text: `must have an object as JSON in '${INDEX}', got ${noObjectText(index)}` };
  const places = members?.weight_map;
  if (!isPlainObject(places)) return;
  const names = new Set(Object.values(places).map(String));
  const missing = [...names].filter((name) => !files.some((file) => file.name === name)).sort();
  if (missing.length === 0) return;
  yield {
    text: `must have all ${names.size} files that '${INDEX}' names, and lacks ${missing.length} of them: ${shown(missing[0])}`,
  };
}

/** Without an index, the names of parts say how many there are. */
function* missingParts(files: readonly ModelFile[]): Iterable<FolderProblem> {
  const parts = files.map(({ name }) => PART.exec(name)).filter((part) => part !== null);
  for (const [base, count] of new Map(parts.map(([, name, , all]) => [name, all]))) {
    const names = Array.from(
      { length: Number(count) },
      (_, at) => `${base}-${String(at + 1).padStart(5, '0')}-of-${count}.safetensors`,
    );
    const missing = names.filter((name) => !files.some((file) => file.name === name));
    if (missing.length === 0) continue;
    yield {
      text: `must have all ${names.length} files of its weights, as their names say, and lacks ${missing.length} of them: ${shown(missing[0])}`,
    };
  }
}

/** "less than 100GB for multimodal models and 200GB for text models" */
function* sizeProblems(weights: readonly ModelFile[], isForImages: boolean): Iterable<FolderProblem> {
  const size = weights.reduce((sum, file) => sum + file.size, 0);
  const most = isForImages ? 100 : 200;
  if (size < most * GB) return;
  const text = `has ${Math.round(size / GB)} GB of weights, and AWS's page takes less than ${most} GB of such a model`;
  yield { text, warning: 'importedModelSize' };
}
