import type { Agreement, ObjectShape } from './body-shape';
import { featureAgreement, NO_MEDIA } from './converse-features';
import { anthropicBody } from './families/anthropic-body';
import { CLAUDE_GENERATIONS, claudeConverseAgreement } from './families/claude-generations';
import { COHERE_COMMAND_BODY, COHERE_EMBED_3_BODY, COHERE_EMBED_4_BODY } from './families/cohere-body';
import { LLAMA_BODY } from './families/llama-body';
import { MISTRAL_CHAT_BODY, MISTRAL_TEXT_BODY } from './families/mistral-body';
import { NOVA_BODY, NOVA_MICRO_BODY } from './families/nova-body';
import { NOVA_EMBEDDINGS_BODY } from './families/nova-embeddings-body';
import { NOVA_CONVERSE_AGREEMENT } from './families/nova-reasoning';
import { OPEN_AI_BODY } from './families/open-ai-body';
import {
  TITAN_EMBED_G1_TEXT_BODY,
  TITAN_EMBED_IMAGE_BODY,
  TITAN_EMBED_TEXT_BODY,
  TITAN_TEXT_BODY,
} from './families/titan-body';

/** Models whose bodies have one form. */
export interface ModelFamily {
  /** What a message calls a model of it. */
  readonly name: string;
  /** Which foundation models belong to it, by their ids. */
  readonly ids: RegExp;
  /** The body that InvokeModel takes for it. */
  readonly body: ObjectShape;
  /** What members of a request of Converse must be to one another for it. @default - what they must be for all models */
  readonly converseAgreement?: Agreement;
  /** Members of which the body must have one, where none of them is required by itself. */
  readonly needsOneOf?: readonly string[];
  /** Whether the body is nearly that of Converse, so that one cannot be told from the other. */
  readonly isLikeConverse?: boolean;
  /** Whether a conversation may begin with the model's words. */
  readonly mayBeginItself?: boolean;
  /** Whether its models make embeddings, which Converse does not do. */
  readonly isOfEmbeddings?: boolean;
}

/** The first one that an id belongs to is its family. */
export const FAMILIES: readonly ModelFamily[] = [
  ...CLAUDE_GENERATIONS.map((generation) => ({
    name: 'Claude',
    ids: generation.ids,
    body: anthropicBody(generation),
    converseAgreement: claudeConverseAgreement(generation),
  })),
  {
    name: 'Nova Multimodal Embeddings',
    ids: /^amazon\.nova-2-multimodal-embeddings-/,
    body: NOVA_EMBEDDINGS_BODY,
    isOfEmbeddings: true,
  },
  {
    name: 'Nova',
    ids: /^amazon\.nova-micro-/,
    body: NOVA_MICRO_BODY,
    converseAgreement: featureAgreement('Nova Micro', [...NO_MEDIA, 'document']),
    isLikeConverse: true,
  },
  {
    name: 'Nova',
    ids: /^amazon\.nova-(?:2-)?(?:micro|lite|pro|premier)-/,
    body: NOVA_BODY,
    converseAgreement: NOVA_CONVERSE_AGREEMENT,
    isLikeConverse: true,
  },
  {
    name: 'Titan Text',
    ids: /^amazon\.titan-text-/,
    body: TITAN_TEXT_BODY,
    converseAgreement: featureAgreement('Titan Text', [...NO_MEDIA, 'system']),
  },
  {
    name: 'Titan Text Embeddings G1',
    ids: /^amazon\.titan-embed-(?:text-v1|g1-text-)/,
    body: TITAN_EMBED_G1_TEXT_BODY,
    isOfEmbeddings: true,
  },
  {
    name: 'Titan Text Embeddings',
    ids: /^amazon\.titan-embed-text-v2/,
    body: TITAN_EMBED_TEXT_BODY,
    isOfEmbeddings: true,
  },
  {
    name: 'Titan Multimodal Embeddings',
    ids: /^amazon\.titan-embed-image-/,
    body: TITAN_EMBED_IMAGE_BODY,
    needsOneOf: ['inputText', 'inputImage'],
    isOfEmbeddings: true,
  },
  { name: 'Llama', ids: /^meta\.llama(?:3-2-(?:11|90)b|4)-/, body: LLAMA_BODY },
  {
    name: 'Llama',
    ids: /^meta\.llama3-/,
    body: LLAMA_BODY,
    converseAgreement: featureAgreement('this version of Llama', NO_MEDIA),
  },
  {
    name: 'Mistral',
    ids: /^mistral\.(?:mistral-7b-instruct|mixtral-8x7b-instruct)-/,
    body: MISTRAL_TEXT_BODY,
    converseAgreement: featureAgreement('Mistral Instruct', [...NO_MEDIA, 'system']),
  },
  {
    name: 'Mistral',
    ids: /^mistral\.mistral-small-2402-/,
    body: MISTRAL_TEXT_BODY,
    converseAgreement: featureAgreement('Mistral Small', [...NO_MEDIA, 'document']),
  },
  {
    // of Mistral Large 3 and newer ones, no page of AWS describes the body
    name: 'Mistral Large',
    ids: /^mistral\.mistral-large-24\d\d-/,
    body: MISTRAL_CHAT_BODY,
    converseAgreement: featureAgreement('Mistral Large', NO_MEDIA),
    needsOneOf: ['messages', 'prompt'],
  },
  {
    name: 'Cohere Command R',
    ids: /^cohere\.command-r-/,
    body: COHERE_COMMAND_BODY,
    converseAgreement: featureAgreement('Command R', NO_MEDIA),
  },
  {
    name: 'Cohere Embed 3',
    ids: /^cohere\.embed-(?:english|multilingual)-v3/,
    body: COHERE_EMBED_3_BODY,
    needsOneOf: ['texts', 'images'],
    isOfEmbeddings: true,
  },
  {
    name: 'Cohere Embed 4',
    ids: /^cohere\.embed-v4/,
    body: COHERE_EMBED_4_BODY,
    needsOneOf: ['texts', 'images', 'inputs'],
    isOfEmbeddings: true,
  },
  { name: 'gpt-oss', ids: /^openai\.gpt-oss-/, body: OPEN_AI_BODY, mayBeginItself: true },
];

/** The family of foundation models, where it is known and one; where they are of several versions, that of the first. */
export function familyOf(foundationModelIds: readonly string[]): ModelFamily | undefined {
  const [first, ...others] = foundationModelIds.map((id) => FAMILIES.find(({ ids }) => ids.test(id)));
  return others.every((other) => other?.name === first?.name) ? first : undefined;
}
