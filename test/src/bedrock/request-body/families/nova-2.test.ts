import { ModelInvocationType } from '../../../../../src/bedrock/model-invocation-type';
import { toldOf, toldOfBody } from '../told-faults';

const LITE = 'amazon.nova-2-lite-v1:0';
const EMBEDDINGS = 'amazon.nova-2-multimodal-embeddings-v1:0';
const messages = [{ role: 'user', content: [{ text: 'Hello' }] }];
const high = { type: 'enabled', maxReasoningEffort: 'high' };
const temperature = { temperature: 0.5 };
const withHigh = (member: string, place: string) =>
  `[recordThinking] 'modelInput.inferenceConfig.${member}' should be left out with the effort 'high' in 'modelInput.${place}', by AWS's page`;

test.each<[object, string[]]>([
  [{ reasoningConfig: high }, []],
  [{ reasoningConfig: { ...high, maxReasoningEffort: 'low' }, inferenceConfig: temperature }, []],
  [{ reasoningConfig: { ...high, type: 'disabled' }, inferenceConfig: temperature }, []],
  [{ reasoningConfig: high, inferenceConfig: temperature }, [withHigh('temperature', 'reasoningConfig')]],
  [{ inferenceConfig: { topK: 5, reasoningConfig: high } }, [withHigh('topK', 'inferenceConfig.reasoningConfig')]],
  [
    { reasoningConfig: { ...high, maxReasoningEffort: 'highest' } },
    [
      "[newerRecordValue] 'modelInput.reasoningConfig.maxReasoningEffort' must be one of 'low', 'medium', 'high', got 'highest'",
    ],
  ],
  [
    { reasoningConfig: { type: 'enabled', maxReasoningeffort: 'high' } },
    [
      "[recordParameter] 'modelInput.reasoningConfig.maxReasoningeffort' should be 'maxReasoningEffort', as the examples of AWS's page have it",
    ],
  ],
])('Nova 2 is told of %j', (members, told) => {
  expect(toldOfBody(LITE, { messages, ...members })).toEqual(told);
});

test('Nova 2 thinks in the same way with Converse', () => {
  const told = (fields: unknown) =>
    toldOf(
      { messages, inferenceConfig: { maxTokens: 5 }, additionalModelRequestFields: fields },
      ModelInvocationType.CONVERSE,
      LITE,
    );
  const place = 'additionalModelRequestFields.reasoningConfig';
  expect(told({ reasoningConfig: high })).toEqual([withHigh('maxTokens', place)]);
  expect(told({ reasoningConfig: { ...high, maxReasoningEffort: 'medium' } })).toEqual([]);
  expect(told({})).toEqual([]);
});

const single = (parameters: object) => ({
  taskType: 'SINGLE_EMBEDDING',
  singleEmbeddingParams: { embeddingPurpose: 'GENERIC_INDEX', ...parameters },
});
const source = { bytes: 'iVBORw0KGgo=' };
const PLACE = "'modelInput.singleEmbeddingParams.";

test.each<[object, string]>([
  [
    single({ text: { value: 'a' } }),
    `[recordMissing] ${PLACE}text.truncationMode' is missing, and AWS's page of the model asks for one of 'START', 'END', 'NONE'`,
  ],
  [
    single({ text: { value: 'a'.repeat(8193), truncationMode: 'END' } }),
    `[recordLength] ${PLACE}text.value' has 8,193 characters, and the model takes 8,192 at most: cut the text, or make several records of it`,
  ],
  [
    single({ video: { format: 'mp4', source: { bytes: 'AAAA' } } }),
    `[recordMissing] ${PLACE}video.embeddingMode' is missing, and AWS's page of the model asks for one of 'AUDIO_VIDEO_COMBINED', 'AUDIO_VIDEO_SEPARATE'`,
  ],
  [
    single({ video: { format: 'mp4', embeddingMode: 'COMBINED', source: { bytes: 'AAAA' } } }),
    `${PLACE}video.embeddingMode' must be one of 'AUDIO_VIDEO_COMBINED', 'AUDIO_VIDEO_SEPARATE', got 'COMBINED': did you mean 'AUDIO_VIDEO_COMBINED'?`,
  ],
  [
    single({ image: { format: 'png', detailLevel: 'HIGH', source } }),
    `[newerRecordValue] ${PLACE}image.detailLevel' must be one of 'STANDARD_IMAGE', 'DOCUMENT_IMAGE', got 'HIGH'`,
  ],
  [
    single({ image: { format: 'jpeg', source } }),
    `[recordMediaFormat] ${PLACE}image.format' is 'jpeg', and the image begins as one of 'png' does: models refuse an image of another format than they are told`,
  ],
  [
    { taskType: 'SEGMENTED_EMBEDDING' },
    "'modelInput.segmentedEmbeddingParams' is missing for the task 'SEGMENTED_EMBEDDING'",
  ],
])('Nova Multimodal Embeddings is told of %j', (body, told) => {
  expect(toldOfBody(EMBEDDINGS, body)).toEqual([told]);
});
