import { KnownForms } from '../../../../../src/bedrock/input/known-forms';
import { ModelInvocationType } from '../../../../../src/bedrock/model-invocation-type';
import { familyOf } from '../../../../../src/bedrock/request-body/model-family';
import { requestCheckOf } from '../../../../../src/bedrock/request-body/request-check';
import { toldOf, toldOfBody } from '../told-faults';

const SONNET_4 = 'anthropic.claude-sonnet-4-20250514-v1:0';
const SONNET_4_5 = 'anthropic.claude-sonnet-4-5-20250929-v1:0';
const OPUS_4_6 = 'anthropic.claude-opus-4-6-v1';
const OPUS_4_7 = 'anthropic.claude-opus-4-7';
const [SONNET_5, OPUS_5] = ['anthropic.claude-sonnet-5', 'anthropic.claude-opus-5'];
const [FABLE_5, FABLE_5_1] = ['anthropic.claude-fable-5', 'anthropic.claude-fable-5-1'];
/** Newer than what is known here. */
const OPUS_5_5 = 'anthropic.claude-opus-5-5';

const user = { role: 'user', content: 'Hello' };
const assistant = { role: 'assistant', content: '{' };
const claude = { anthropic_version: 'bedrock-2023-05-31', max_tokens: 4000, messages: [user] };
const enabled = { thinking: { type: 'enabled', budget_tokens: 2000 } };
const adaptive = { thinking: { type: 'adaptive' } };
const disabled = { thinking: { type: 'disabled' } };
const effort = (level: string) => ({ output_config: { effort: level } });

const TYPE = "[recordThinking] 'modelInput.thinking.type' should be";
const NO_ENABLED = `${TYPE} 'adaptive', with the effort in 'output_config': this version of Claude refuses 'enabled'`;
const NO_DISABLED = `${TYPE} 'adaptive', for it always thinks: this version of Claude refuses 'disabled'`;
const NO_ADAPTIVE = `${TYPE} 'enabled' with 'budget_tokens': this version of Claude refuses 'adaptive'`;
const NO_OTHER = 'should be left out: this version of Claude takes no other value than its own';
const WHILE_THINKING = "with 'modelInput.thinking'";

test.each<[string, object, string[]]>([
  [SONNET_4, { ...enabled, top_p: 0.95 }, []],
  [
    SONNET_4,
    { ...enabled, top_p: 0.5 },
    [
      `[recordThinking] 'modelInput.top_p' should be at least 0.95, or be left out ${WHILE_THINKING}, got 0.5: Claude takes no less while it thinks`,
    ],
  ],
  [
    SONNET_4,
    { ...enabled, messages: [user, assistant] },
    [
      "[recordLastRole] 'modelInput.messages' should end with a turn of 'user': Claude goes on with no answer while it thinks",
    ],
  ],
  [SONNET_4_5, enabled, []],
  [SONNET_4_5, adaptive, [NO_ADAPTIVE]],
  [OPUS_4_6, enabled, []],
  [OPUS_4_6, { ...adaptive, ...effort('max') }, []],
  [
    OPUS_4_6,
    { ...adaptive, temperature: 0.1 },
    [
      `[recordThinking] 'modelInput.temperature' should be left out ${WHILE_THINKING}: Claude does not take it while it thinks`,
    ],
  ],
  [
    OPUS_4_6,
    { thinking: { type: 'adaptive', effort: 'high' } },
    [
      "'modelInput.thinking.effort' is no member of 'thinking', and Bedrock refuses it there: did you mean 'modelInput.output_config.effort'?",
    ],
  ],
  [
    OPUS_4_6,
    effort('hihg'),
    [
      "'modelInput.output_config.effort' must be one of 'low', 'medium', 'high', 'xhigh', 'max', got 'hihg': did you mean 'high'?",
    ],
  ],
  [
    OPUS_4_6,
    effort('turbo'),
    [
      "[newerRecordValue] 'modelInput.output_config.effort' must be one of 'low', 'medium', 'high', 'xhigh', 'max', got 'turbo'",
    ],
  ],
  [OPUS_4_7, enabled, [NO_ENABLED]],
  [
    OPUS_4_7,
    { ...disabled, temperature: 1, top_p: 0.99 },
    [
      "[recordSampling] 'modelInput.top_p' should be left out beside 'modelInput.temperature': this version of Claude takes one of them",
    ],
  ],
  [OPUS_4_7, { temperature: 0.2 }, [`[recordSampling] 'modelInput.temperature' ${NO_OTHER}`]],
  [OPUS_4_7, { top_k: 5 }, [`[recordSampling] 'modelInput.top_k' ${NO_OTHER}`]],
  [OPUS_4_7, { top_p: 0.5 }, [`[recordSampling] 'modelInput.top_p' ${NO_OTHER}`]],
  [SONNET_5, enabled, [NO_ENABLED]],
  [OPUS_5, { ...disabled, ...effort('high') }, []],
  [
    OPUS_5,
    { ...disabled, ...effort('xhigh') },
    [
      "[recordThinking] 'modelInput.output_config.effort' should be 'high' at most where 'modelInput.thinking' is 'disabled', got 'xhigh'",
    ],
  ],
  [OPUS_5, { ...adaptive, ...effort('max') }, []],
  [FABLE_5, adaptive, []],
  [FABLE_5, enabled, [NO_ENABLED]],
  [FABLE_5, disabled, [NO_DISABLED]],
  [FABLE_5, { temperature: 1 }, []],
  [FABLE_5, { temperature: 0.2 }, [`[recordSampling] 'modelInput.temperature' ${NO_OTHER}`]],
  [FABLE_5, { top_k: 5 }, [`[recordSampling] 'modelInput.top_k' ${NO_OTHER}`]],
  [
    FABLE_5_1,
    { messages: [user, { role: 'system', content: [], output_config: { effort: 'low' } }, user] },
    [
      "[recordThinking] 'modelInput.messages' has an effort in item 1, which needs one of 'mid-conversation-output-config-2026-07-01', 'mid-conversation-effort-2026-08-01', 'per-turn-control-2026-07-01', 'per-message-effort-2026-07-01' in 'modelInput.anthropic_beta'",
    ],
  ],
  [OPUS_5_5, { ...enabled, top_p: 0.96 }, []],
  [OPUS_5_5, { temperature: 0.2 }, []],
])('%s: tells of %j', (modelId, members, told) => {
  expect(toldOfBody(modelId, { ...claude, ...members })).toEqual(told);
});

const FIELDS = 'additionalModelRequestFields';
const converse = { messages: [{ role: 'user', content: [{ text: 'Hello' }] }], inferenceConfig: { maxTokens: 4000 } };

test.each<[string, object, string[]]>([
  [
    SONNET_4,
    { [FIELDS]: { thinking: { type: 'enabled' } } },
    [`'modelInput.${FIELDS}.thinking.budget_tokens' is missing`],
  ],
  [SONNET_4, { [FIELDS]: enabled }, []],
  [
    SONNET_4_5,
    { inferenceConfig: { temperature: 0.5, topP: 0.9 } },
    [
      "[recordSampling] 'modelInput.inferenceConfig.topP' should be left out beside 'modelInput.inferenceConfig.temperature': this version of Claude takes one of them",
    ],
  ],
  [
    OPUS_4_6,
    { messages: [...converse.messages, { role: 'assistant', content: [{ text: '{' }] }] },
    [
      "[recordLastRole] 'modelInput.messages' should end with a turn of 'user': this version of Claude goes on with no answer",
    ],
  ],
  [
    SONNET_4,
    { [FIELDS]: enabled, inferenceConfig: { maxTokens: 4000, temperature: 0.1 } },
    [
      `[recordThinking] 'modelInput.inferenceConfig.temperature' should be left out with 'modelInput.${FIELDS}.thinking': Claude does not take it while it thinks`,
    ],
  ],
  [
    SONNET_4,
    { [FIELDS]: enabled, inferenceConfig: { maxTokens: 4000, topP: 0.5 } },
    [
      `[recordThinking] 'modelInput.inferenceConfig.topP' should be at least 0.95, or be left out with 'modelInput.${FIELDS}.thinking', got 0.5: Claude takes no less while it thinks`,
    ],
  ],
  [
    SONNET_4,
    { [FIELDS]: enabled, inferenceConfig: { maxTokens: 1000 } },
    [
      `[recordThinking] 'modelInput.${FIELDS}.thinking.budget_tokens' must be less than 'modelInput.inferenceConfig.maxTokens', which the thoughts are part of, got 2000 of 1000`,
    ],
  ],
  [
    OPUS_4_7,
    { inferenceConfig: { temperature: 0.5 } },
    [`[recordSampling] 'modelInput.inferenceConfig.temperature' ${NO_OTHER}`],
  ],
  [OPUS_4_7, { [FIELDS]: enabled }, [NO_ENABLED.replace('.thinking', `.${FIELDS}.thinking`)]],
  [
    SONNET_4,
    { [FIELDS]: { thinking: { type: 'enable', budget_tokens: 2000 } } },
    [`'modelInput.${FIELDS}.thinking.type' is 'enable': did you mean 'enabled'?`],
  ],
  [
    OPUS_4_6,
    { [FIELDS]: effort('hihg') },
    [`'modelInput.${FIELDS}.output_config.effort' is 'hihg': did you mean 'high'?`],
  ],
  [OPUS_4_6, { [FIELDS]: { thinking: { type: 'between_tools' }, ...effort('turbo') } }, []],
  [OPUS_4_7, { [FIELDS]: { ...adaptive, ...effort('high') } }, []],
])('%s: tells of %j with Converse', (modelId, members, told) => {
  expect(toldOf({ ...converse, ...members }, ModelInvocationType.CONVERSE, modelId)).toEqual(told);
});

test('what records may ask for of a beta is looked at in each of them', () => {
  const { body } = requestCheckOf(ModelInvocationType.INVOKE_MODEL, familyOf([FABLE_5_1]));
  const forms = new KnownForms(body);
  const lineOf = (beta: string, content: string) => {
    const messages = [
      user,
      { role: 'system', content: [], output_config: { effort: 'low' } },
      { role: 'user', content },
    ];
    return Buffer.from(JSON.stringify({ recordId: 'A', modelInput: { ...claude, anthropic_beta: [beta], messages } }));
  };
  forms.add(lineOf('mid-conversation-effort-2026-08-01', 'Why?'));
  expect(forms.idIn(lineOf('mid-conversation-effort-2026-08-01', 'How?'))).toBe('A');
  expect(forms.idIn(lineOf('effort-2025-11-24', 'Why?'))).toBeUndefined();
});
