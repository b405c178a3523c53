import { toldOf } from './told-faults';
import { ModelInvocationType } from '../../../../src/bedrock/model-invocation-type';

const text = { text: 'What is it?' };
const image = { image: { format: 'png', source: { bytes: 'iVBORw0KGgo=' } } };
const video = { video: { format: 'mp4', source: { bytes: 'AAAA' } } };
const audio = { audio: { format: 'mp3', source: { bytes: 'AAAA' } } };
const document = { document: { format: 'txt', name: 'Notes', source: { text: 'Some notes' } } };
const says = (...content: object[]) => ({ messages: [{ role: 'user', content: [...content, text] }] });
const told = (modelId: string, request: object) => toldOf(request, ModelInvocationType.CONVERSE, modelId);
const BECAUSE = "by AWS's table of what Converse does with which model";

test.each([
  ['amazon.nova-lite-v1:0', says(image, document)],
  ['amazon.nova-lite-v1:0', says(video)],
  ['amazon.nova-micro-v1:0', { ...says(), system: [{ text: 'Be brief.' }] }],
  ['amazon.titan-text-express-v1', { ...says(document), system: [] }],
  ['meta.llama3-2-90b-instruct-v1:0', says(image)],
  ['meta.llama4-scout-17b-instruct-v1:0', says(image)],
  ['meta.llama3-3-70b-instruct-v1:0', says(document)],
  ['mistral.mistral-large-2407-v1:0', says(document)],
  ['qwen.qwen3-vl-235b-a22b', says(image)],
])('%s takes %j', (modelId, request) => {
  expect(told(modelId, request)).toEqual([]);
});

test.each<[string, object, string]>([
  [
    'amazon.nova-micro-v1:0',
    says(image),
    `'modelInput.messages' should have no 'image': ${BECAUSE}, Nova Micro takes none`,
  ],
  [
    'amazon.nova-micro-v1:0',
    says(document),
    `'modelInput.messages' should have no 'document': ${BECAUSE}, Nova Micro takes none`,
  ],
  [
    'meta.llama3-3-70b-instruct-v1:0',
    says(image),
    `'modelInput.messages' should have no 'image': ${BECAUSE}, this version of Llama takes none`,
  ],
  [
    'meta.llama3-2-3b-instruct-v1:0',
    says(video),
    `'modelInput.messages' should have no 'video': ${BECAUSE}, this version of Llama takes none`,
  ],
  [
    'mistral.mistral-large-2407-v1:0',
    says(audio),
    `'modelInput.messages' should have no 'audio': ${BECAUSE}, Mistral Large takes none`,
  ],
  [
    'mistral.mistral-small-2402-v1:0',
    says(document),
    `'modelInput.messages' should have no 'document': ${BECAUSE}, Mistral Small takes none`,
  ],
  [
    'cohere.command-r-v1:0',
    says(image),
    `'modelInput.messages' should have no 'image': ${BECAUSE}, Command R takes none`,
  ],
  ['amazon.nova-lite-v1:0', says(video, video), "'modelInput.messages' should have one video at most, got 2"],
])('%s: tells of %j', (modelId, request, fault) => {
  expect(told(modelId, request)).toEqual([`[recordMedia] ${fault}`]);
});

test.each([
  ['amazon.titan-text-express-v1', 'Titan Text'],
  ['mistral.mixtral-8x7b-instruct-v0:1', 'Mistral Instruct'],
])('%s takes no prompt of the system', (modelId, name) => {
  expect(told(modelId, { ...says(), system: [{ text: 'Be brief.' }] })).toEqual([
    `[recordSystem] 'modelInput.system' should be left out: ${BECAUSE}, ${name} takes none`,
  ]);
});
