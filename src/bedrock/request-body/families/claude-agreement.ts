import type { ClaudeGeneration } from './claude-generation';
import { isObject } from '../../../local-file/json-value';
import { shortened } from '../../input/record-fault';
import type { Disagreement } from '../body-shape';

/** What is looked at of a request for Claude, whichever API it is of. */
export interface ClaudeRequest {
  readonly thinking: unknown;
  readonly maxTokens: unknown;
  readonly temperature: unknown;
  readonly topP: unknown;
  readonly topK: unknown;
  readonly messages: unknown;
  /** The features of a beta that are asked for. */
  readonly beta: unknown;
  readonly effort: unknown;
}

/** Where a request has its parameters: paths from it. */
export type ClaudePlaces = { readonly [member in Exclude<keyof ClaudeRequest, 'messages' | 'beta'>]: string };

type Rule = (request: ClaudeRequest, places: ClaudePlaces, generation: ClaudeGeneration) => Disagreement | undefined;

/** What `top_p` may be while Claude thinks, as the API itself says it. */
const LOWEST_WHILE_THINKING = 0.95;
/** What `top_p` may be where the defaults alone are taken, as the model card of Fable 5 says it. */
const LOWEST_DEFAULT = 0.99;
const THINKING = ['enabled', 'adaptive'];

/** How a way to think is refused. */
const refusedType: Rule = ({ thinking }, places, { refusedThinking }) => {
  const type = typeOf(thinking);
  if (type === undefined || !refusedThinking.includes(type)) return undefined;
  const instead =
    type === 'adaptive'
      ? "'enabled' with 'budget_tokens'"
      : type === 'enabled'
        ? "'adaptive', with the effort in 'output_config'"
        : "'adaptive', for it always thinks";
  const text = `should be ${instead}: this version of Claude refuses ${shortened(type)}`;
  return { member: `${places.thinking}.type`, text, warning: 'recordThinking' };
};

const misplacedEffort: Rule = ({ thinking }, places) => {
  if (!isObject(thinking) || thinking.effort === undefined) return undefined;
  const text = `is no member of 'thinking', and Bedrock refuses it there: did you mean 'modelInput.${places.effort}'?`;
  return { member: `${places.thinking}.effort`, text };
};

/** With thoughts between the calls of tools, the budget is that of all turns. */
const budget: Rule = ({ thinking, maxTokens, beta }, places) => {
  if (!isObject(thinking) || thinking.type !== 'enabled' || beta !== undefined) return undefined;
  const { budget_tokens: tokens } = thinking;
  if (typeof tokens !== 'number' || typeof maxTokens !== 'number' || tokens < maxTokens) return undefined;
  const text = `must be less than 'modelInput.${places.maxTokens}', which the thoughts are part of, got ${tokens} of ${maxTokens}`;
  return { member: `${places.thinking}.budget_tokens`, text, warning: 'recordThinking' };
};

/** How words are chosen while Claude thinks. */
const thinkingSampling: Rule = ({ thinking, temperature, topP, topK }, places) => {
  if (!thinks(thinking)) return undefined;
  const text = `should be left out with 'modelInput.${places.thinking}': Claude does not take it while it thinks`;
  if (isOtherTemperature(temperature)) return { member: places.temperature, text, warning: 'recordThinking' };
  if (topK !== undefined) return { member: places.topK, text, warning: 'recordThinking' };
  if (typeof topP !== 'number' || topP >= LOWEST_WHILE_THINKING) return undefined;
  const range = `should be at least ${LOWEST_WHILE_THINKING}, or be left out with 'modelInput.${places.thinking}', got ${topP}: Claude takes no less while it thinks`;
  return { member: places.topP, text: range, warning: 'recordThinking' };
};

const defaultSampling: Rule = ({ temperature, topP, topK }, places, { sampling }) => {
  if (sampling !== 'default') return undefined;
  const member = isOtherTemperature(temperature)
    ? places.temperature
    : topK !== undefined
      ? places.topK
      : typeof topP === 'number' && topP < LOWEST_DEFAULT
        ? places.topP
        : undefined;
  const text = 'should be left out: this version of Claude takes no other value than its own';
  return member === undefined ? undefined : { member, text, warning: 'recordSampling' };
};

const oneSampling: Rule = ({ temperature, topP }, places, { sampling }) => {
  if (sampling === 'any' || temperature === undefined || topP === undefined) return undefined;
  const text = `should be left out beside 'modelInput.${places.temperature}': this version of Claude takes one of them`;
  return { member: places.topP, text, warning: 'recordSampling' };
};

const hardThinking: Rule = ({ thinking, effort }, places, { mustThinkHard }) => {
  if (!mustThinkHard || typeOf(thinking) !== 'disabled' || (effort !== 'xhigh' && effort !== 'max')) return undefined;
  const text = `should be 'high' at most where 'modelInput.${places.thinking}' is 'disabled', got '${effort}'`;
  return { member: places.effort, text, warning: 'recordThinking' };
};

const lastTurn: Rule = ({ thinking, messages }, _, { goesOn }) => {
  const isThinking = typeOf(thinking) === 'enabled';
  if (goesOn && !isThinking) return undefined;
  const last: unknown = Array.isArray(messages) ? messages.at(-1) : undefined;
  if (!isObject(last) || last.role !== 'assistant') return undefined;
  const who = goesOn
    ? 'Claude goes on with no answer while it thinks'
    : 'this version of Claude goes on with no answer';
  return { member: 'messages', text: `should end with a turn of 'user': ${who}`, warning: 'recordLastRole' };
};

/** The names of the beta in which a message of the system says how much is to be thought. */
const EFFORT_PER_TURN = [
  ...['mid-conversation-output-config-2026-07-01', 'mid-conversation-effort-2026-08-01'],
  ...['per-turn-control-2026-07-01', 'per-message-effort-2026-07-01'],
];

const effortPerTurn: Rule = ({ messages, beta }, _, { takesEffortPerTurn }) => {
  if (!takesEffortPerTurn || !Array.isArray(messages)) return undefined;
  const index = messages.findIndex((message) => isObject(message) && message.output_config !== undefined);
  if (index < 0 || (Array.isArray(beta) && EFFORT_PER_TURN.some((name) => beta.includes(name)))) return undefined;
  const text = `has an effort in item ${index}, which needs one of '${EFFORT_PER_TURN.join("', '")}' in 'modelInput.anthropic_beta'`;
  return { member: 'messages', text, warning: 'recordThinking' };
};

const RULES: readonly Rule[] = [
  ...[misplacedEffort, refusedType, budget, thinkingSampling, defaultSampling],
  ...[oneSampling, hardThinking, lastTurn, effortPerTurn],
];

/** What in a request a version of Claude refuses, of what is right by itself. */
export function claudeFault(
  request: ClaudeRequest,
  places: ClaudePlaces,
  generation: ClaudeGeneration,
): Disagreement | undefined {
  for (const rule of RULES) {
    const found = rule(request, places, generation);
    if (found) return found;
  }
  return undefined;
}

function typeOf(thinking: unknown): string | undefined {
  return isObject(thinking) && typeof thinking.type === 'string' ? thinking.type : undefined;
}

function thinks(thinking: unknown): boolean {
  const type = typeOf(thinking);
  return type !== undefined && THINKING.includes(type);
}

function isOtherTemperature(temperature: unknown): boolean {
  return typeof temperature === 'number' && temperature !== 1;
}
