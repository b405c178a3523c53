import { ModelInvocationType } from '../../../../../src/bedrock/model-invocation-type';
import { toldOf, toldOfBody } from '../told-faults';

const TITAN_2 = 'amazon.titan-embed-text-v2:0';
const TITAN_1 = 'amazon.titan-embed-text-v1';
const TITAN_IMAGE = 'amazon.titan-embed-image-v1';
const NOVA = 'amazon.nova-2-multimodal-embeddings-v1:0';
const COHERE_3 = 'cohere.embed-english-v3';
const COHERE_4 = 'cohere.embed-v4:0';
const text = { truncationMode: 'END', value: 'Hello' };
const nova = (parameters: object) => ({
  taskType: 'SINGLE_EMBEDDING',
  singleEmbeddingParams: { embeddingPurpose: 'GENERIC_INDEX', ...parameters },
});

test.each<[string, object]>([
  [TITAN_2, { inputText: 'a'.repeat(50_000), dimensions: 1024, normalize: false }],
  [TITAN_1, { inputText: 'Hello' }],
  [NOVA, nova({ embeddingDimension: 3072, text })],
  [NOVA, nova({ video: { format: '3gp', embeddingMode: 'AUDIO_VIDEO_COMBINED', source: { bytes: 'AAAA' } } })],
  [COHERE_3, { texts: ['a'.repeat(2048)], input_type: 'clustering' }],
  [COHERE_3, { texts: [], input_type: 'clustering' }],
  [COHERE_3, { images: ['data:image/png;base64,iVBORw0KGgo='], input_type: 'image' }],
  [COHERE_4, { texts: Array<string>(96).fill('a'), input_type: 'search_query', output_dimension: 1536 }],
])('takes a body of %s', (modelId, body) => {
  expect(toldOfBody(modelId, body)).toEqual([]);
});

test.each<[string, object, string]>([
  [
    NOVA,
    nova({ text: { truncationMode: 'END' } }),
    "'modelInput.singleEmbeddingParams.text.value' is missing: it has the text, or 'source' says where it is",
  ],
  [COHERE_4, { inputs: ['a'], input_type: 'clustering' }, "'modelInput.inputs[0]' must be an object, got a string"],
  [COHERE_4, { inputs: [{}], input_type: 'clustering' }, "'modelInput.inputs[0].content' is missing"],
  [
    TITAN_2,
    { inputText: 'a', dimensions: 300 },
    "[recordRange] 'modelInput.dimensions' must be one of the numbers 256, 512, 1024, got 300",
  ],
  [
    TITAN_2,
    { inputText: 'a', inputImage: 'iVBORw0KGgo=' },
    "'modelInput.inputImage' is a member of the body of Titan Multimodal Embeddings, and this model takes text alone: did you mean the model amazon.titan-embed-image-v1?",
  ],
  [TITAN_2, { inputText: 'a', normalize: 'true' }, "'modelInput.normalize' must be true or false, got 'true'"],
  [
    TITAN_2,
    { inputText: 'a'.repeat(50_001) },
    "[recordLength] 'modelInput.inputText' has 50,001 characters, and the model takes 50,000 at most: cut the text, or make several records of it",
  ],
  [
    TITAN_1,
    { inputText: 'a', dimensions: 256 },
    "'modelInput.dimensions' must be left out, for the first version of these embeddings takes 'inputText' alone: did you mean the model amazon.titan-embed-text-v2:0?",
  ],
  [
    TITAN_IMAGE,
    { inputText: 'a', outputEmbeddingLength: 256 },
    "'modelInput.outputEmbeddingLength' is no member of the request: did you mean 'modelInput.embeddingConfig.outputEmbeddingLength'?",
  ],
  [
    TITAN_IMAGE,
    { inputText: 'a', embeddingConfig: { outputEmbeddingLength: 512 } },
    "[recordRange] 'modelInput.embeddingConfig.outputEmbeddingLength' must be one of the numbers 256, 384, 1024, got 512",
  ],
  [
    NOVA,
    nova({ embeddingDimension: 512, text }),
    "[recordRange] 'modelInput.singleEmbeddingParams.embeddingDimension' must be one of the numbers 256, 384, 1024, 3072, got 512",
  ],
  [
    NOVA,
    nova({ embeddingPurpose: 'RANKING', text }),
    "[newerRecordValue] 'modelInput.singleEmbeddingParams.embeddingPurpose' must be one of 'GENERIC_INDEX', 'GENERIC_RETRIEVAL', 'TEXT_RETRIEVAL', 'IMAGE_RETRIEVAL', 'VIDEO_RETRIEVAL', 'DOCUMENT_RETRIEVAL', 'AUDIO_RETRIEVAL', 'CLASSIFICATION', 'CLUSTERING', got 'RANKING'",
  ],
  [
    NOVA,
    nova({}),
    "'modelInput.singleEmbeddingParams.text' must be given, or one of 'image', 'audio', 'video' in its place: exactly one of them, got 0",
  ],
  [
    NOVA,
    { taskType: 'SINGLE_EMBEDDING' },
    "'modelInput.singleEmbeddingParams' is missing for the task 'SINGLE_EMBEDDING'",
  ],
  [
    COHERE_3,
    { texts: Array<string>(97).fill('a'), input_type: 'clustering' },
    "[recordLength] 'modelInput.texts' has 97 items, and the model takes 96 at most: make several records of them",
  ],
  [
    COHERE_3,
    { texts: ['a'.repeat(2049)], input_type: 'clustering' },
    "[recordLength] 'modelInput.texts[0]' has 2,049 characters, and the model takes 2,048 at most: cut the text, or make several records of it",
  ],
  [
    COHERE_3,
    { images: ['iVBORw0KGgo='], input_type: 'image' },
    "'modelInput.images[0]' must be a data URI, such as 'data:image/png;base64,…'",
  ],
  [
    COHERE_3,
    { texts: ['a'], images: ['data:image/png;base64,iVBORw0KGgo='], input_type: 'image' },
    "[recordMixed] 'modelInput.images' must not be given with 'modelInput.texts': make two records",
  ],
  [
    COHERE_4,
    { texts: ['a'], input_type: 'clustering', output_dimension: 300 },
    "[recordRange] 'modelInput.output_dimension' must be one of the numbers 256, 512, 1024, 1536, got 300",
  ],
])('tells of a body of %s: %j', (modelId, body, told) => {
  expect(toldOfBody(modelId, body)).toEqual([told]);
});

test.each([
  [TITAN_2, 'Titan Text Embeddings'],
  [TITAN_1, 'Titan Text Embeddings G1'],
  [TITAN_IMAGE, 'Titan Multimodal Embeddings'],
  [NOVA, 'Nova Multimodal Embeddings'],
  [COHERE_3, 'Cohere Embed 3'],
  [COHERE_4, 'Cohere Embed 4'],
])('Converse makes no embeddings of %s', (modelId, name) => {
  const converse = { messages: [{ role: 'user', content: [{ text: 'Hello' }] }] };
  expect(toldOf(converse, ModelInvocationType.CONVERSE, modelId)).toEqual([
    `'modelInput' must be a body of InvokeModel, for Converse makes no embeddings, which ${name} does: did you mean 'modelInvocationType: ModelInvocationType.INVOKE_MODEL'?`,
  ]);
});
