import { toldOfBody } from '../told-faults';

const MODELS = ['openai.gpt-oss-120b-1:0', 'mistral.mistral-large-2407-v1:0'];
const says = (content: unknown, role = 'user') => ({ messages: [{ role, content }] });
const text = { type: 'text', text: 'Hello' };
const image = { type: 'image_url', image_url: { url: 'data:image/png;base64,iVBORw0KGgo=' } };
const CONTENT = "'modelInput.messages[0].content";
const toldByAll = (body: object) => MODELS.map((model) => toldOfBody(model, body));

test.each<[string, object]>([
  ['a text', says('Hello')],
  ['an empty text', says('')],
  ['parts', says([text, text])],
  ['parts that are newer than this library', says([{ type: 'hologram', hologram: {} }])],
  ['a prompt of the system', { messages: [...says('Be brief.', 'system').messages, ...says('Hello').messages] }],
  [
    'an answer',
    { messages: [...says('Hello').messages, ...says([{ type: 'refusal', refusal: 'No.' }], 'assistant').messages] },
  ],
  ['an answer that says nothing', { messages: [...says('Hello').messages, ...says(null, 'assistant').messages] }],
])('takes %s', (_, body) => {
  expect(toldByAll(body)).toEqual([[], []]);
});

test.each<[object, string]>([
  [says({ text: 'Hello' }), `${CONTENT}' must be a string or a list, got an object`],
  [says(1), `${CONTENT}' must be a string or a list, got 1`],
  [says(['Hello']), `${CONTENT}[0]' must be an object, got a string`],
  [says([{ type: 'text', content: 'Hello' }]), `${CONTENT}[0].text' is missing`],
  [
    says([{ type: 'Text', text: 'Hello' }]),
    `${CONTENT}[0].type' is 'Text', and there is no such type: did you mean 'text'?`,
  ],
  [
    says([text, image]),
    `[recordMedia] ${CONTENT}[1]' of type 'image_url' should be left out, for this model takes text alone`,
  ],
  [{ messages: [{ role: 'user' }] }, `[recordMissing] ${CONTENT}' is missing: it has what is said`],
  [
    says(null),
    `[recordNull] ${CONTENT}' is null: leave the member out where a record has no value for it, as tables with a column for each member do not`,
  ],
])('tells of %j', (body, told) => {
  expect(toldByAll(body)).toEqual([[told], [told]]);
});
