import {
  type Agreement,
  ANY_TEXT,
  BYTES,
  filledListOf,
  limitedListOf,
  LINK,
  listOf,
  type Misfit,
  number,
  object,
  type ObjectShape,
  oneOf,
  onlyOneOf,
  OPEN,
  TEXT,
  union,
  wholeNumber,
  WORDS,
} from './body-shape';
import { contentFault, converseFault } from './converse-agreement';
import {
  AUDIO_FORMAT,
  DOCUMENT_FORMAT,
  DOCUMENT_NAME,
  IMAGE_FORMAT,
  media,
  OF_OPEN_AI,
  VIDEO_FORMAT,
} from './media-shapes';
import { CACHING, MODEL_NAME, STREAMING, STRUCTURED_OUTPUT, TOOLS } from './unsupported-features';

const USE_INVOKE_MODEL = "did you mean 'modelInvocationType: ModelInvocationType.INVOKE_MODEL'?";

const OF_INVOKE_MODEL: Misfit = {
  text: `is no member of a Converse request: it is one of InvokeModel. If the records are bodies of InvokeModel, ${USE_INVOKE_MODEL}`,
};
const TYPED_BLOCK: Misfit = {
  text: `must be left out, for the one member of a block says what it is, as in {"text": "…"}. If the records are bodies of InvokeModel, ${USE_INVOKE_MODEL}`,
};

/** Members of the bodies that InvokeModel takes: each of them is one of some model's. */
const BODIES_OF_INVOKE_MODEL = [
  ...['anthropic_version', 'anthropic_beta', 'max_tokens', 'max_tokens_to_sample', 'max_gen_len', 'prompt', 'images'],
  ...['top_p', 'top_k', 'stop_sequences', 'stop', 'inputText', 'inputImage', 'textGenerationConfig', 'embeddingConfig'],
  ...['schemaVersion', 'taskType', 'singleEmbeddingParams', 'message', 'chat_history', 'texts', 'input_type', 'inputs'],
  ...['embedding_types', 'max_completion_tokens', 'tool_choice', 'response_format'],
];

function inInferenceConfig(name: string): Misfit {
  return { text: `is no member of a Converse request: did you mean 'modelInput.inferenceConfig.${name}'?` };
}

function meant(name: string): Misfit {
  return { text: `is no member of 'modelInput.inferenceConfig': did you mean '${name}'?` };
}

/** As the API's reference calls the type of the member. */
const INFERENCE_CONFIGURATION: Misfit = {
  text: "is no member of a Converse request: did you mean 'inferenceConfig'?",
};

const OF_MODEL: Misfit = {
  text: "is a parameter of a model, and not of Converse: did you mean to give it in 'modelInput.additionalModelRequestFields', as the model calls it?",
  warning: 'recordParameter',
};

/** A document, which may be text as well as bytes. Its format can be left out where it is text. */
const DOCUMENT = object(
  {
    format: DOCUMENT_FORMAT,
    name: DOCUMENT_NAME,
    source: union({
      bytes: BYTES,
      s3Location: object({ uri: LINK, bucketOwner: TEXT }, { required: ['uri'] }),
      text: TEXT,
      content: filledListOf(union({ text: ANY_TEXT })),
    }),
    context: ANY_TEXT,
    citations: OPEN,
  },
  { required: ['name', 'source'] },
);

const CACHE_POINT = object({ type: oneOf('default'), ttl: oneOf('5m', '1h') }, { required: ['type'], note: CACHING });

const GUARD_CONTENT = union({
  text: object({ text: ANY_TEXT, qualifiers: OPEN }, { required: ['text'] }),
  image: object({ format: oneOf('png', 'jpeg'), source: union({ bytes: BYTES }) }, { required: ['format', 'source'] }),
});

const CONTENT = union(
  {
    text: WORDS,
    image: media(IMAGE_FORMAT),
    document: DOCUMENT,
    video: media(VIDEO_FORMAT),
    audio: media(AUDIO_FORMAT),
    guardContent: GUARD_CONTENT,
    cachePoint: CACHE_POINT,
    reasoningContent: OPEN,
    citationsContent: OPEN,
    searchResult: OPEN,
  },
  { ...OF_OPEN_AI, type: TYPED_BLOCK, toolUse: TOOLS, toolResult: TOOLS, toolAddition: TOOLS, toolRemoval: TOOLS },
);

const MESSAGE = object(
  { role: onlyOneOf(['user', 'assistant', 'system']), content: filledListOf(CONTENT) },
  // it depends on which blocks there are, and not on what is in them
  { required: ['role', 'content'], agreement: { of: [], disagreement: contentFault } },
);

const SYSTEM = union({ text: WORDS, guardContent: GUARD_CONTENT, cachePoint: CACHE_POINT }, { type: TYPED_BLOCK });

const INFERENCE_CONFIG = object(
  {
    maxTokens: wholeNumber(1),
    temperature: number(0, 1),
    topP: number(0, 1),
    stopSequences: limitedListOf(TEXT, 2500),
  },
  {
    misfits: {
      max_tokens_to_sample: meant('maxTokens'),
      maxTokenCount: meant('maxTokens'),
      max_gen_len: meant('maxTokens'),
      maxNewTokens: meant('maxTokens'),
      max_new_tokens: meant('maxTokens'),
      max_completion_tokens: meant('maxTokens'),
      stop: meant('stopSequences'),
      topK: OF_MODEL,
      top_k: OF_MODEL,
    },
  },
);

const GUARDRAIL_ID: Misfit = {
  text: "is no member of 'modelInput.guardrailConfig': did you mean 'guardrailIdentifier'?",
};
const GUARDRAIL = object(
  {
    guardrailIdentifier: { ...TEXT, holds: 'guardrail' },
    guardrailVersion: { ...TEXT, holds: 'guardrail version' },
    trace: oneOf('enabled', 'disabled', 'enabled_full'),
  },
  { misfits: { guardrailId: GUARDRAIL_ID, guardrailArn: GUARDRAIL_ID } },
);

/**
 * The body of a Converse request, after botocore 1.44.8, `bedrock-runtime` of 2023-09-30.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html
 */
export const CONVERSE_BODY: ObjectShape = object(
  {
    messages: filledListOf(MESSAGE),
    system: listOf(SYSTEM),
    inferenceConfig: INFERENCE_CONFIG,
    guardrailConfig: GUARDRAIL,
    projectIdentifier: OPEN,
    additionalModelRequestFields: OPEN,
    promptVariables: OPEN,
    additionalModelResponseFieldPaths: limitedListOf({ ...TEXT, holds: 'JSON pointer' }, 10),
    requestMetadata: object({}),
    performanceConfig: object({ latency: oneOf('standard', 'optimized') }),
    serviceTier: object({ type: oneOf('priority', 'default', 'flex', 'reserved') }, { required: ['type'] }),
    outputConfig: object({ effort: OPEN }, { misfits: { textFormat: STRUCTURED_OUTPUT } }),
  },
  {
    required: ['messages'],
    agreement: { of: ['requestMetadata', 'additionalModelRequestFields'], disagreement: converseFault },
    misfits: {
      ...Object.fromEntries(BODIES_OF_INVOKE_MODEL.map((name) => [name, OF_INVOKE_MODEL])),
      ...Object.fromEntries(
        ['maxTokens', 'temperature', 'topP', 'stopSequences'].map((name) => [name, inInferenceConfig(name)]),
      ),
      toolConfig: TOOLS,
      tools: TOOLS,
      stream: STREAMING,
      model: MODEL_NAME,
      inferenceConfiguration: INFERENCE_CONFIGURATION,
    },
  },
);

/**
 * The same for a family of models.
 *
 * @param agreement What its members must be to one another, besides what they must be for all models.
 */
export function converseBodyFor(agreement: Agreement | undefined): ObjectShape {
  const { agreement: ofAll } = CONVERSE_BODY;
  if (!agreement || !ofAll) return CONVERSE_BODY;
  const disagreement: Agreement['disagreement'] = (body) => ofAll.disagreement(body) ?? agreement.disagreement(body);
  return { ...CONVERSE_BODY, agreement: { of: [...ofAll.of, ...agreement.of], disagreement } };
}
