import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { folderProblems } from '../../../../../src/bedrock/import/folder/folder-problems';
import { modelWith, removeSavedModels, safetensors, savedModel } from '../saved-model';

const POINTER = 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 100\n';
const problemsOf = (folder: string, region = 'us-east-1') => folderProblems(folder, region);

afterEach(removeSavedModels);

test.each([
  ['as it is saved', savedModel],
  ['with a vocabulary of SentencePiece', () => savedModel({ 'tokenizer.json': undefined, 'tokenizer.model': 'x' })],
  [
    'in several files',
    () => savedModel({ 'model.safetensors': undefined, 'model-1.safetensors': safetensors(['F16']) }),
  ],
  ['of FP32, with counters', () => savedModel({ 'model.safetensors': safetensors(['F32', 'I64']) })],
  ['of a type alone', () => modelWith({ architectures: undefined, model_type: 'mistral' })],
  ['beside its adapter', () => savedModel({ 'adapter_config.json': '{}', 'adapter_model.safetensors': 'x' })],
  ['with a context of 128K', () => modelWith({ max_position_embeddings: 131_072 })],
  [
    'with folders and hidden files',
    () => savedModel({ 'original/a.pth': 'x', '.cache/b': 'x', '.gitattributes': 'x' }),
  ],
  [
    'of GPT-OSS in four bits',
    () =>
      modelWith(
        { architectures: ['GptOssForCausalLM'], model_type: 'gpt_oss', quantization_config: { quant_method: 'mxfp4' } },
        { 'model.safetensors': safetensors(['U8', 'BF16']) },
      ),
  ],
  [
    'in parts without an index',
    () =>
      savedModel({
        'model.safetensors': undefined,
        'model-00001-of-00002.safetensors': safetensors(),
        'model-00002-of-00002.safetensors': safetensors(),
      }),
  ],
])('nothing is wrong with a model %s', (_, folder) => {
  expect(problemsOf(folder())).toEqual([]);
});

describe('what cannot be imported is', () => {
  test.each([
    [
      'pointers',
      { 'model.safetensors': POINTER, 'tokenizer.json': POINTER },
      "got pointers of Git LFS: 'model.safetensors' and 1 more. Get the files with `git lfs pull`",
    ],
    ['a folder without a configuration', { 'config.json': undefined }, "which has no 'config.json'"],
    [
      'an adapter alone',
      { 'config.json': undefined, 'adapter_config.json': '{}' },
      "an adapter alone ('adapter_config.json'): merge it into its base model with PEFT's `merge_and_unload()`",
    ],
    [
      'a configuration of Python',
      { 'config.json': "{'model_type': 'llama'}" },
      "must have an object as JSON in 'config.json', got what Python prints, and no JSON",
    ],
    [
      'a configuration with a mark before it',
      { 'config.json': '\uFEFF{}' },
      "in 'config.json', got a text that begins with a byte order mark: save it as UTF-8 without one",
    ],
    [
      'a configuration in UTF-16',
      { 'config.json': Buffer.from('\uFEFF{}', 'utf16le') },
      "in 'config.json', got a text in UTF-16: save it as UTF-8, without a byte order mark",
    ],
    [
      'a configuration with a comma too many',
      { 'config.json': '{"text": ",}",\n"model_type": "llama",\n}' },
      "in 'config.json', got a comma before a closing bracket, which JSON does not have: leave it out",
    ],
    [
      'a configuration that is a list',
      { 'config.json': '[1]' },
      "must have an object as JSON in 'config.json', got '[1]'",
    ],
    [
      'a folder without weights',
      { 'model.safetensors': undefined },
      "must have weights in files that end in '.safetensors' directly in the folder, got none in",
    ],
    [
      'weights of an adapter alone',
      { 'model.safetensors': undefined, 'adapter_model.safetensors': safetensors() },
      'got an adapter alone: merge it',
    ],
    [
      'GGUF',
      { 'model.safetensors': undefined, 'model-q4.gguf': 'GGUF' },
      "got 'model-q4.gguf', a model of llama.cpp: import the model that it was made of",
    ],
    [
      'a folder in the folder',
      { 'model.safetensors': undefined, 'final/model.safetensors': safetensors() },
      "got some in 'final/': give that folder",
    ],
    [
      'a tokenizer that is no JSON',
      { 'tokenizer_config.json': 'x' },
      "must have an object as JSON in 'tokenizer_config.json'",
    ],
    [
      'a tokenizer of which there is the beginning alone',
      { 'tokenizer_config.json': '{\n' },
      "in 'tokenizer_config.json', got JSON that is cut off: get the file once more",
    ],
    [
      'weights that are cut off',
      { 'model.safetensors': safetensors(['BF16', 'F16'], 5) },
      "got 'model.safetensors', which is cut off: it lacks 5 bytes",
    ],
    [
      'weights that are cut off early',
      { 'model.safetensors': safetensors().subarray(0, 20) },
      'which is cut off in its header',
    ],
    ['weights of some bytes', { 'model.safetensors': 'abc' }, 'which has 3 bytes only'],
    ['another file', { 'model.safetensors': 'weights of it'.repeat(10) }, 'which does not begin as safetensors do'],
    [
      'a zip archive',
      { 'model.safetensors': 'PK\u0003\u0004'.repeat(10) },
      "got 'model.safetensors', which is a zip archive: get the file itself, or what is in it",
    ],
    [
      'some parts of its weights',
      { 'model.safetensors': undefined, 'model-00001-of-00002.safetensors': safetensors() },
      "must have all 2 files of its weights, as their names say, and lacks 1 of them: 'model-00002-of-00002.safetensors'",
    ],
    [
      'an index that is no JSON',
      { 'model.safetensors.index.json': '{"weight_map": {},}' },
      "must have an object as JSON in 'model.safetensors.index.json', got a comma before a closing bracket, which JSON does not have: leave it out",
    ],
    [
      'a header that is no JSON',
      { 'model.safetensors': Buffer.from('\u0003\0\0\0\0\0\0\0abcd', 'latin1') },
      'whose header is no JSON',
    ],
    [
      'a header without tensors',
      { 'model.safetensors': Buffer.from('\u0002\0\0\0\0\0\0\0{}', 'latin1') },
      'which has no tensors',
    ],
    [
      'a header of something else',
      { 'model.safetensors': Buffer.from('\u0007\0\0\0\0\0\0\0{"a":1}', 'latin1') },
      'whose header has no tensors',
    ],
    [
      'weights of which some are missing',
      {
        'model.safetensors': undefined,
        'model-1.safetensors': safetensors(),
        'model.safetensors.index.json': '{"weight_map":{"a":"model-1.safetensors","b":"model-2.safetensors"}}',
      },
      "must have all 2 files that 'model.safetensors.index.json' names, and lacks 1 of them: 'model-2.safetensors'",
    ],
  ])('%s', (_, changes, text) => {
    const [problem, ...others] = problemsOf(savedModel(changes));
    expect(others).toEqual([]);
    expect(problem.warning).toBeUndefined();
    expect(problem.text).toContain(text);
  });
});

describe("what only AWS's page says is a warning:", () => {
  const large = () => {
    const folder = savedModel();
    // no room is needed for what is not written
    truncateSync(join(folder, 'model.safetensors'), 200_000_000_000);
    return folder;
  };

  test.each([
    [
      'weights as pickles',
      'importedModelWeights',
      () => savedModel({ 'model.safetensors': undefined, 'pytorch_model-00001-of-00002.bin': 'x' }),
      "got '.bin': save the model with `save_pretrained()`",
    ],
    [
      'another architecture',
      'importedModelArchitecture',
      () => modelWith({ architectures: ['Gemma2ForCausalLM'] }),
      "got the architecture 'Gemma2ForCausalLM' in 'config.json'",
    ],
    [
      'another kind of Qwen3',
      'importedModelArchitecture',
      () => modelWith({ architectures: ['Qwen3NextForCausalLM'], model_type: 'qwen3_next' }),
      "'Qwen3NextForCausalLM'",
    ],
    [
      'another type',
      'importedModelArchitecture',
      () => modelWith({ architectures: [], model_type: 'bert' }),
      "got the type 'bert'",
    ],
    [
      'no type at all',
      'importedModelArchitecture',
      () => modelWith({ architectures: undefined, model_type: undefined }),
      'got the type undefined',
    ],
    [
      'quantized weights',
      'importedModelQuantized',
      () =>
        modelWith(
          { quantization_config: { quant_method: 'bitsandbytes' } },
          { 'model.safetensors': safetensors(['U8']) },
        ),
      'is quantized (bitsandbytes',
    ],
    [
      'weights of other types',
      'importedModelQuantized',
      () => savedModel({ 'model.safetensors': safetensors(['BF16', 'F8_E4M3']) }),
      "got F8_E4M3 in 'model.safetensors'",
    ],
    [
      'a long context',
      'importedModelContext',
      () => modelWith({ max_position_embeddings: 262_144 }),
      'has a context of 262144 tokens',
    ],
    [
      'no configuration of the tokenizer',
      'importedModelTokenizer',
      () => savedModel({ 'tokenizer_config.json': undefined }),
      "should have 'tokenizer_config.json'",
    ],
    [
      'no vocabulary',
      'importedModelTokenizer',
      () => savedModel({ 'tokenizer.json': undefined }),
      "should have 'tokenizer.json' or 'tokenizer.model'",
    ],
    [
      'another tokenizer',
      'importedModelTokenizer',
      () => savedModel({ 'tokenizer_config.json': '{"tokenizer_class":"GemmaTokenizer"}' }),
      "got 'GemmaTokenizer'",
    ],
    ['200 GB', 'importedModelSize', large, 'has 200 GB of weights'],
    [
      '100 GB with images',
      'importedModelSize',
      () => {
        const folder = modelWith({
          architectures: ['MllamaForConditionalGeneration'],
          model_type: 'mllama',
          vision_config: {},
        });
        truncateSync(join(folder, 'model.safetensors'), 100_000_000_000);
        return folder;
      },
      'takes less than 100 GB of such a model',
    ],
  ])('%s', (_, warning, folder, text) => {
    const problems = problemsOf(folder());
    expect(problems).toEqual([{ warning, text: expect.stringContaining(text) }]);
  });

  test.each([
    ['us-east-1', []],
    ['us-west-2', ['importedModelArchitecture']],
    // it is not known before the deployment
    [undefined, []],
  ])('GPT-OSS in another Region than the one that has it: %s', (region, warnings) => {
    const folder = modelWith({ architectures: ['GptOssForCausalLM'], model_type: 'gpt_oss' });
    expect(folderProblems(folder, region).map(({ warning }) => warning)).toEqual(warnings);
  });
});
