import type { Agreement, Disagreement } from '../body-shape';
import { type ClaudePlaces, claudeFault } from './claude-agreement';
import { type ClaudeGeneration, EFFORTS } from './claude-generation';
import { isObject } from '../../../local-file/json-value';
import { shortened } from '../../input/record-fault';
import { meantValue } from '../meant-value';

const NO_BUDGET = ['enabled'];

/**
 * The first one that an id belongs to is its generation.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/claude-messages-adaptive-thinking.html
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-card-anthropic-claude-fable-5.html
 * @see https://platform.claude.com/docs/en/about-claude/models/migration-guide
 */
export const CLAUDE_GENERATIONS: readonly ClaudeGeneration[] = [
  {
    ids: /^anthropic\.claude-(?:fable|mythos)-5-1/,
    refusedThinking: ['enabled', 'disabled'],
    sampling: 'default',
    goesOn: false,
    takesEffortPerTurn: true,
  },
  {
    ids: /^anthropic\.claude-(?:fable|mythos)-5(?!-\d(?!\d))/,
    refusedThinking: ['enabled', 'disabled'],
    sampling: 'default',
    goesOn: false,
  },
  {
    ids: /^anthropic\.claude-opus-5(?!-\d(?!\d))/,
    refusedThinking: NO_BUDGET,
    sampling: 'default',
    goesOn: false,
    mustThinkHard: true,
  },
  {
    ids: /^anthropic\.claude-(?:opus-4-[78]|sonnet-5)(?!-\d(?!\d))/,
    refusedThinking: NO_BUDGET,
    sampling: 'default',
    goesOn: false,
  },
  // 4.6, and what is newer than this table
  {
    ids: /^anthropic\.claude-(?:opus|sonnet|haiku|fable|mythos)-(?:4-[6-9]|[5-9])/,
    refusedThinking: [],
    sampling: 'one',
    goesOn: false,
  },
  {
    ids: /^anthropic\.claude-(?:opus-4-[15]|(?:sonnet|haiku)-4-5)/,
    refusedThinking: ['adaptive'],
    sampling: 'one',
    goesOn: true,
  },
  // the first two generations take another body, and no batch takes them
  { ids: /^anthropic\.claude-(?!v\d|instant)/, refusedThinking: [], sampling: 'any', goesOn: true },
];

const OF_MESSAGES: ClaudePlaces = {
  thinking: 'thinking',
  maxTokens: 'max_tokens',
  temperature: 'temperature',
  topP: 'top_p',
  topK: 'top_k',
  effort: 'output_config.effort',
};

/** How the members of the Messages API must go together. */
export function messagesAgreement(generation: ClaudeGeneration): Agreement {
  return {
    of: ['thinking', 'max_tokens', 'temperature', 'top_p', 'anthropic_beta'],
    needs: generation.sampling === 'default' ? undefined : 'thinking',
    disagreement: (body) => {
      const { thinking, max_tokens, temperature, top_p, top_k, messages, anthropic_beta, output_config } = body;
      return claudeFault(
        {
          thinking,
          maxTokens: max_tokens,
          temperature,
          topP: top_p,
          topK: top_k,
          messages,
          beta: anthropic_beta,
          effort: isObject(output_config) ? output_config.effort : undefined,
        },
        OF_MESSAGES,
        generation,
      );
    },
  };
}

const FIELDS = 'additionalModelRequestFields';
const OF_CONVERSE: ClaudePlaces = {
  thinking: `${FIELDS}.thinking`,
  maxTokens: 'inferenceConfig.maxTokens',
  temperature: 'inferenceConfig.temperature',
  topP: 'inferenceConfig.topP',
  topK: `${FIELDS}.top_k`,
  effort: `${FIELDS}.output_config.effort`,
};

/** A longer text is no slip. */
const LONGEST_VALUE = 60;
const TYPES = ['enabled', 'disabled', 'adaptive'];

/** A value that was mistyped, and may else be newer: the body of Converse does not look into parameters of models. */
function slipOf(values: readonly string[], value: unknown, member: string): Disagreement | undefined {
  if (typeof value !== 'string' || value.length > LONGEST_VALUE || values.includes(value)) return undefined;
  const meant = meantValue(values, value);
  return meant === undefined ? undefined : { member, text: `is ${shortened(value)}: did you mean '${meant}'?` };
}

/** How much is to be thought has to be said, as the body of Claude's own API has it. */
function missingBudget(thinking: unknown): Disagreement | undefined {
  if (!isObject(thinking) || thinking.type !== 'enabled' || thinking.budget_tokens !== undefined) return undefined;
  return { member: `${OF_CONVERSE.thinking}.budget_tokens`, text: 'is missing' };
}

/** The same for a request of Converse, which has what is Claude's own in a member for parameters of models. */
export function claudeConverseAgreement(generation: ClaudeGeneration): Agreement {
  return {
    of: [FIELDS, 'inferenceConfig'],
    disagreement: ({ [FIELDS]: fields, inferenceConfig, messages }) => {
      const own = isObject(fields) ? fields : {};
      const { maxTokens, temperature, topP } = isObject(inferenceConfig) ? inferenceConfig : {};
      const effort = isObject(own.output_config) ? own.output_config.effort : undefined;
      const type = isObject(own.thinking) ? own.thinking.type : undefined;
      const slip = slipOf(TYPES, type, `${OF_CONVERSE.thinking}.type`) ?? slipOf(EFFORTS, effort, OF_CONVERSE.effort);
      if (slip) return slip;
      const fault = claudeFault(
        {
          thinking: own.thinking,
          maxTokens,
          temperature,
          topP,
          topK: own.top_k,
          messages,
          beta: own.anthropic_beta,
          effort,
        },
        OF_CONVERSE,
        generation,
      );
      return fault ?? missingBudget(own.thinking);
    },
  };
}
