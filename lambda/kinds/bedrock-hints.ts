/** What can be done about the reasons that batch inference gives most often. */
const HINTS: readonly (readonly [RegExp, string])[] = [
  [
    /minimum number of records|fewer than .* records|less than .* records|at least \d+ records/i,
    'a job needs as many records as the quotas of the account say for its model: 100 for most',
  ],
  [
    /maximum (number of records|.*size)|exceeds .*(size|quota|limit)|too (large|many records)/i,
    'divide the input: the quotas of the account limit the size and the number of records of a file and of a job',
  ],
  [/assume/i, "the job's role must exist and trust bedrock.amazonaws.com"],
  [
    /access denied|not authorized|forbidden|\b403\b/i,
    "the job's role may not read the input or write the output, or may not call the model behind the inference profile; check bucket and key policies too",
  ],
  [
    /(file|object|key|bucket).*(not (exist|found)|no such)|no such (key|bucket)/i,
    'the input is not where the job looks for it; was it written to this bucket, in the Region of the stack?',
  ],
  [
    /jsonl|json/i,
    "each line of the input must be a JSON object with a 'modelInput', in a file whose name ends in .jsonl",
  ],
  [
    /(does|is) not support.*batch|batch.*not supported|model identifier is invalid/i,
    'not every model can be used for batch inference in every Region; some need an inference profile',
  ],
  [
    /records failed/i,
    "look at the 'error' of the failed records: what a record's modelInput says is checked when it is processed",
  ],
  [/expired|timed? ?out|in time/i, 'the job did not begin or end within timeout; raise it, or divide the input'],
  [/internal/i, 'the service failed; change rerunKey, or deploy again, to try once more'],
];

/** The hint for a message of a batch inference job, or `undefined` where the message is none of the known ones. */
export function bedrockHint(message: string): string | undefined {
  return HINTS.find(([pattern]) => pattern.test(message))?.[1];
}
