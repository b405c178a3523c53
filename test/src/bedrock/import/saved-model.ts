import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const made: string[] = [];

/** A file of safetensors with tensors of types. @param lacking How many bytes it is cut off by. */
export function safetensors(types: readonly string[] = ['BF16'], lacking = 0): Buffer {
  const tensors = types.map((dtype, index) => {
    const tensor = { dtype, shape: [4], data_offsets: [index * 8, index * 8 + 8] };
    return [`layer.${index}.weight`, tensor] as const;
  });
  const header = Buffer.from(JSON.stringify({ __metadata__: { format: 'pt' }, ...Object.fromEntries(tensors) }));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(header.length));
  return Buffer.concat([length, header, Buffer.alloc(types.length * 8 - lacking)]);
}

/** What is in the folder of a model that can be imported. */
const SAVED: { readonly [name: string]: string | Buffer } = {
  'config.json': JSON.stringify({ architectures: ['LlamaForCausalLM'], model_type: 'llama' }),
  'model.safetensors': safetensors(),
  'tokenizer.json': '{}',
  'tokenizer_config.json': JSON.stringify({ tokenizer_class: 'LlamaTokenizerFast' }),
};

/** The folder of a model that can be imported, with other files, or without some. */
export function savedModel(changes: { readonly [name: string]: string | Buffer | undefined } = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'model-'));
  made.push(folder);
  for (const [name, content] of Object.entries({ ...SAVED, ...changes })) {
    if (content === undefined) continue;
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** The same, with another configuration. */
export function modelWith(
  config: object,
  changes: { readonly [name: string]: string | Buffer | undefined } = {},
): string {
  const saved = { architectures: ['LlamaForCausalLM'], model_type: 'llama', ...config };
  return savedModel({ 'config.json': JSON.stringify(saved), ...changes });
}

/** Deletes what was made. */
export function removeSavedModels(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
}
