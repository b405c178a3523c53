import { BEDROCK_HINTS } from './bedrock-hints';
import { BEDROCK_ROLE_HINTS, INTERNAL_ERROR, NO_ACCESS } from './bedrock-place-hints';
import { bedrockQuotaHints } from './bedrock-quota-hints';
import { denialHint } from './denial-hints';
import { hintIn, type Hint } from './hint';

/** What can be done about the reasons that batch inference gives most often. */
const HINTS: readonly Hint[] = [
  ...BEDROCK_ROLE_HINTS,
  [
    /less records|fewer (records|than .{0,20}records)|less than .{0,20}records|minimum number of records|at least \d+ records/i,
    "a job needs as many records as the account's quota 'Minimum number of records per batch inference job' says for its model in Service Quotas, 100 for most: add records, or call the model without a batch job",
  ],
  [
    /more records|maximum (number of records|.{0,20}size)|(file|input|job|records?).{0,60}exceeds? .{0,40}(size|quota|limit)|(file|input|job) .{0,20}too (large|many records)/i,
    'divide the input: the quotas of the account limit the size and the number of records of a file and of a job',
  ],
  [
    /job name is currently in use/i,
    'the account has a batch job with this name in this Region, whose record cannot be deleted; choose another name, or leave the name out',
  ],
  [
    /extra inputs are not permitted|extraneous key|malformed input request|required key .{0,40} not found|: field required/i,
    "a record's modelInput must be the body that the model's own API takes, without modelId, which the job has; where it is a Converse request, modelInvocationType must say so",
  ],
  [
    /records failed/i,
    "look at the 'error' of the failed records: what a record's modelInput says is checked when it is processed",
  ],
  [
    /on-demand throughput/i,
    'the model is used through an inference profile only: give BatchInferenceModel.inferenceProfile the id of one that contains the model',
  ],
  [
    /batch inference is not supported|(does not|doesn.t|is not|isn.t) support.{0,40}batch|batch.{0,40}(is )?not supported|(model|inference profile) identifier is invalid|could not resolve the foundation model/i,
    'not every model can be used for batch inference in every Region; some need an inference profile',
  ],
  ...bedrockQuotaHints({
    none: 'the account may not run batch jobs with this model',
    inUse:
      'the account runs as many batch jobs with this model as its quotas allow; let other jobs end, run fewer at a time, or ask for more in Service Quotas',
    inUseWords: /ServiceQuotaExceeded|maximum number of .{0,60}jobs|(in-progress|submitted) .{0,40}jobs/i,
  }),
  ...BEDROCK_HINTS,
  [
    NO_ACCESS,
    "the job's role may not read the input or write the output, or may not call the model behind the inference profile; check bucket and key policies too",
  ],
  [
    /(invalid|not valid|no valid|malformed|not a valid|parse).{0,40}json|json.{0,40}(invalid|not valid|malformed|could not be parsed)|(no|missing|without) .{0,10}modelInput|(end|extension|format).{0,20}\.?jsonl\b/i,
    "each line of the input must be a JSON object with a 'modelInput', in a file whose name ends in .jsonl",
  ],
  [
    /^expired$|job (has )?(expired|timed out)|records were processed in time|before the (set )?timeout/i,
    'the job did not begin or end within timeout; raise it, or divide the input',
  ],
  INTERNAL_ERROR,
];

/** The hint for what Bedrock says of a failed job or a refused call, or `undefined` where that is none of the known reasons. */
export function invocationHint(message: string): string | undefined {
  return denialHint(message) ?? hintIn(HINTS, message);
}
