import { BEDROCK_PLACE_HINTS, BEDROCK_ROLE_HINTS, INTERNAL_ERROR, NO_ACCESS } from './bedrock-place-hints';
import { bedrockQuotaHints } from './bedrock-quota-hints';
import { denialHint } from './denial-hints';
import { ENCRYPTION_HINTS } from './encryption-hints';
import { hintIn, type Hint } from './hint';
import { MODEL_ACCESS_HINTS } from './model-access-hints';
import { NETWORK_HINTS } from './network-hints';
import { REQUEST_HINTS } from './request-hints';

/** What can be done about the reasons that evaluation jobs give, and about what is required of their metrics. */
const HINTS: readonly Hint[] = [
  [
    /, and must be at (least|most) /,
    'the results have a line for each prompt; a bound that is changed is compared with them when the stack is deployed again, and no job runs for it',
  ],
  [
    /has a result that is no number/,
    "a metric that is required must be rated with numbers: a prompt that could not be rated has 'null' in its line, and a rating scale may have texts",
  ],
  [
    /there is no result of /,
    "requireMetric() takes the name that a metric has in the job's datasets; the results must be where the job has written them, for as long as they are required",
  ],
  // before what a Region does not have
  [
    /(evaluator|judge|generator) ?model.{0,80}((not|un)\s?support|invalid)|model.{0,80}(not|un)\s?support.{0,40}evaluat/i,
    "AWS's page on the support of evaluations lists which models can be judged, and which can judge, by Region",
  ],
  ...BEDROCK_ROLE_HINTS,
  ...bedrockQuotaHints({
    none: 'the account may run no evaluation job',
    inUse:
      'the account runs as many evaluation jobs at once, or has as many in all, as its quotas allow; let other jobs end, delete some, or ask for more in Service Quotas',
    inUseWords: /ServiceQuotaExceeded|(maximum|number|limit) (number )?of .{0,60}evaluation jobs/i,
  }),
  [
    /job name.{0,60}(in use|exists|unique)|evaluation job .{0,80}already exists/i,
    'the account has an evaluation job with this name in this Region; choose another name, or leave the name out',
  ],
  ...ENCRYPTION_HINTS,
  ...NETWORK_HINTS,
  ...MODEL_ACCESS_HINTS,
  [
    NO_ACCESS,
    "the job's role may not read the datasets, write the results, or call the models that answer and that judge; check bucket and key policies too",
  ],
  [
    /metric.{0,80}((not|un)\s?(support|recogni)|invalid)|(not|un)\s?support.{0,60}metric|invalid metric/i,
    "AWS's pages list the metrics of each task type; those of a judge, such as Builtin.Correctness, need an evaluatorModel, and others, such as Builtin.Accuracy, must have none",
  ],
  [
    /(exceed|more than|at most|up to|maximum).{0,40}\b1,?000\b|too many (prompts|records)/i,
    'a dataset has at most 1,000 prompts: make several jobs, or take a sample',
  ],
  [
    /(dataset|prompt(?! ?router)|json ?lines?|jsonl|record).{0,80}(invalid|not valid|malformed|missing|parse|schema|format)|(invalid|malformed|missing).{0,60}(dataset|prompt(?! ?router)|jsonl|referenceresponse|modelresponses|conversationturns)/i,
    "each line of a dataset must be a JSON object with a 'prompt', or, for a knowledge base, with 'conversationTurns'; answers that were made elsewhere are in it, under the name of the source",
  ],
  ...REQUEST_HINTS,
  ...BEDROCK_PLACE_HINTS,
  INTERNAL_ERROR,
];

/** The hint for what is said of a failed evaluation or of a refused call, or `undefined` where it is none of these. */
export function evaluationHint(message: string): string | undefined {
  return denialHint(message) ?? hintIn(HINTS, message);
}
