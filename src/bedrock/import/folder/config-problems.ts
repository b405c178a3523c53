import type { FolderProblem } from './folder-problem';
import { isPlainObject } from '../../../validation/plain-object';
import { shown } from '../../../validation/shown';

type Config = { readonly [member: string]: unknown };

/**
 * The types of models, and their classes in the transformers library, that AWS's page names as architectures (2026): Mistral,
 * Mixtral, Flan (T5), Llama 2 to 3.3 and Mllama, GPTBigCode, Qwen2 to Qwen3, and GPT-OSS. Of Qwen3, it names these two classes.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-customization-import-model.html
 */
const ARCHITECTURES: { readonly [modelType: string]: string } = {
  gpt_bigcode: 'GPTBigCodeForCausalLM',
  gpt_oss: 'GptOssForCausalLM',
  llama: 'LlamaForCausalLM',
  mistral: 'MistralForCausalLM',
  mixtral: 'MixtralForCausalLM',
  mllama: 'MllamaForConditionalGeneration',
  qwen2: 'Qwen2ForCausalLM',
  qwen2_5_vl: 'Qwen2_5_VLForConditionalGeneration',
  qwen2_vl: 'Qwen2VLForConditionalGeneration',
  qwen3: 'Qwen3ForCausalLM',
  qwen3_moe: 'Qwen3MoeForCausalLM',
  t5: 'T5ForConditionalGeneration',
};

/** What is GPT-OSS, whose own weights are of four bits. */
const GPT_OSS = 'gpt_oss';
/** The one Region for it. */
const GPT_OSS_REGION = 'us-east-1';
/** "less than 128K", and models of 131,072 tokens are imported all over. */
const LONGEST_CONTEXT = 131_072;

/** What AWS's page says against the configuration of a model. */
export function* configProblems(config: Config, region: string | undefined): Iterable<FolderProblem> {
  yield* architectureProblems(config);
  if (config.model_type === GPT_OSS && region !== undefined && region !== GPT_OSS_REGION) {
    const text = `is a model of GPT-OSS, which AWS's page has in ${GPT_OSS_REGION} only, and the stack is in ${region}`;
    yield { text, warning: 'importedModelArchitecture' };
  }
  const method = quantizationOf(config);
  if (method !== undefined && config.model_type !== GPT_OSS) {
    const text = `is quantized (${method}, as 'quantization_config' of 'config.json' says), and models are imported as FP32, FP16 or BF16: save the model in one of these, as in \`model.dequantize()\` of the transformers library`;
    yield { text, warning: 'importedModelQuantized' };
  }
  const { max_position_embeddings: context } = config;
  if (typeof context === 'number' && context > LONGEST_CONTEXT) {
    const text = `has a context of ${context} tokens ('max_position_embeddings'), and AWS's page takes less than 128K: lower the member in 'config.json'`;
    yield { text, warning: 'importedModelContext' };
  }
}

/** Whether the weights of a model may be of other types: what is quantized is told already. */
export function mayHaveOtherTypes(config: Config): boolean {
  return config.model_type === GPT_OSS || quantizationOf(config) !== undefined;
}

/** Whether a model takes images, too: then its weights may be half as large. */
export function isMultimodal(config: Config): boolean {
  return isPlainObject(config.vision_config);
}

function* architectureProblems({ architectures, model_type: type }: Config): Iterable<FolderProblem> {
  const known = Object.values(ARCHITECTURES);
  const named = Array.isArray(architectures) ? architectures.map(String) : [];
  if (named.length > 0 ? named.some((name) => known.includes(name)) : Object.hasOwn(ARCHITECTURES, String(type))) {
    return;
  }
  const found = named.length > 0 ? `the architecture ${named.map(shown).join(', ')}` : `the type ${shown(type)}`;
  const text = `should be of an architecture that AWS's page names (${known.join(', ')}), got ${found} in 'config.json'. Models that make embeddings are not imported`;
  yield { text, warning: 'importedModelArchitecture' };
}

function quantizationOf({ quantization_config: quantization }: Config): string | undefined {
  if (!isPlainObject(quantization)) return undefined;
  return typeof quantization.quant_method === 'string' ? quantization.quant_method : 'in some way';
}
