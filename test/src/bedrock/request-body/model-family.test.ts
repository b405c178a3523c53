import { familyOf } from '../../../../src/bedrock/request-body/model-family';

test.each([
  ['anthropic.claude-3-haiku-20240307-v1:0', 'Claude'],
  ['anthropic.claude-opus-5', 'Claude'],
  ['amazon.nova-lite-v1:0', 'Nova'],
  ['amazon.nova-2-lite-v1:0', 'Nova'],
  ['amazon.nova-lite-v1:0:300k', 'Nova'],
  ['amazon.nova-2-multimodal-embeddings-v1:0', 'Nova Multimodal Embeddings'],
  ['amazon.titan-text-express-v1', 'Titan Text'],
  ['amazon.titan-embed-text-v2:0', 'Titan Text Embeddings'],
  ['amazon.titan-embed-image-v1', 'Titan Multimodal Embeddings'],
  ['meta.llama3-1-8b-instruct-v1:0', 'Llama'],
  ['meta.llama4-scout-17b-instruct-v1:0', 'Llama'],
  ['mistral.mistral-small-2402-v1:0', 'Mistral'],
  ['mistral.mistral-large-2407-v1:0', 'Mistral Large'],
  ['cohere.command-r-plus-v1:0', 'Cohere Command R'],
  ['cohere.embed-english-v3', 'Cohere Embed 3'],
  ['cohere.embed-v4:0', 'Cohere Embed 4'],
  ['openai.gpt-oss-120b-1:0', 'gpt-oss'],
  ['anthropic.claude-fable-5-1', 'Claude'],
  ['mistral.mistral-large-2402-v1:0', 'Mistral Large'],
  // their bodies are not known here
  ['mistral.mistral-large-3-675b-instruct', undefined],
  ['anthropic.claude-v2:1', undefined],
  ['anthropic.claude-instant-v1', undefined],
  ['amazon.nova-canvas-v1:0', undefined],
  ['amazon.titan-image-generator-v2:0', undefined],
  ['qwen.qwen3-32b-v1:0', undefined],
  ['${Token[TOKEN.1]}', undefined],
])('%s is one of %s', (id, name) => {
  expect(familyOf([id])?.name).toBe(name);
});

test('of several models, the family is that of all', () => {
  expect(familyOf(['amazon.nova-lite-v1:0', 'amazon.nova-pro-v1:0'])?.name).toBe('Nova');
  expect(familyOf(['amazon.nova-lite-v1:0', 'anthropic.claude-opus-5'])).toBeUndefined();
  expect(familyOf(['amazon.nova-lite-v1:0', 'amazon.nova-micro-v1:0'])?.name).toBe('Nova');
  expect(familyOf([])).toBeUndefined();
});
