import { BEDROCK_HINTS } from './bedrock-hints';
import { BEDROCK_ROLE_HINTS, INTERNAL_ERROR, NO_ACCESS } from './bedrock-place-hints';
import { bedrockQuotaHints } from './bedrock-quota-hints';
import { denialHint } from './denial-hints';
import { hintIn, type Hint } from './hint';

/** What can be done about the reasons that model customization gives. */
const HINTS: readonly Hint[] = [
  ...BEDROCK_ROLE_HINTS,
  [
    /(less|fewer) (records|samples|than .{0,20}(records|samples))|minimum number of (records|samples)|at least \d+ (records|samples)/i,
    'the model takes no fewer records than its quota says: see the requirements of the data sets, and "Sum of training and validation records" in Service Quotas',
  ],
  [
    /(records|samples|dataset|file|tokens?).{0,60}exceeds? .{0,40}(size|quota|limit|maximum)|input size exceeded|too many (records|samples)|maximum number of (records|samples)/i,
    "leave records out, or shorten them: each base model has quotas of the number of records, of their length and of the files' size",
  ],
  [
    /job name is currently in use/i,
    'the account has a customization job with this name in this Region, whose record cannot be deleted; choose another name, or leave the name out',
  ],
  [
    /model name.{0,60}(in use|exists|taken)|(custom )?model .{0,80}already exists/i,
    'the account has a custom model with this name, which is that of the job; choose another name for the job, or leave the name out',
  ],
  [
    /provisioned.{0,40}(throughput|model)|(model|deployment).{0,60}\b(in use|being used|has active|is deployed)\b/i,
    'a custom model goes when nothing serves it any more: delete its provisioned throughput and its deployments first',
  ],
  [
    /(is not|not|isn.t|does not|doesn.t) (support(ed)?|allow(ed)?|available).{0,60}(customiz|fine.?tun|pre.?train|distill|reinforcement)|(customiz|fine.?tun|pre.?train|distill|reinforcement)\w*.{0,60}(is not|not|isn.t|does not|doesn.t) (be )?(support|allow|available)/i,
    'not every model can be customized in every Region and in each of these ways; the id of one that can may end in the size of its context, as in amazon.nova-lite-v1:0:300k',
  ],
  ...bedrockQuotaHints({
    none: 'the account may not customize this model',
    inUse:
      'the account runs as many customization jobs, or has as many custom models, as its quotas allow; let other jobs end, delete models, or ask for more in Service Quotas',
    inUseWords:
      /ServiceQuotaExceeded|maximum number of .{0,60}(jobs|models)|(number|limit) of (scheduled|in.progress|concurrent) .{0,30}jobs/i,
  }),
  [
    /(model|inference profile) identifier is invalid|could not resolve the foundation model/i,
    'the base model must be one that Bedrock lets customize in this Region; its id may end in the size of its context',
  ],
  [
    /automated tests flagged|third.party licen[cs]e terms/i,
    "Bedrock's tests hold something in the data for what the licence of the model does not allow: look it over; where it is right, a support case helps",
  ],
  [
    /hyper ?-?parameters?\b/i,
    "the base model has hyperparameters and ranges of its own; its page in the user guide lists them, and 'hyperparameters' takes them as texts",
  ],
  [
    /lambda.{0,120}(not authorized|access|denied|invoke|timed? ?out|fail|error)|(grader|reward function).{0,120}(fail|error|timed? ?out|denied)/i,
    "the job's role must be allowed to invoke the grader, which must answer within 15 minutes with a score for each sample; look at the log of the function",
  ],
  ...BEDROCK_HINTS,
  [
    NO_ACCESS,
    "the job's role may not read the data or write the output, or the key of the custom model does not let the role and the function use it; check bucket and key policies too",
  ],
  [
    /(invalid|not valid|no valid|malformed|not a valid|parse).{0,60}(json|schema|format|record)|(json|schema|format|record).{0,40}(invalid|not valid|malformed|could not be parsed|mismatch)/i,
    "each line of the data must be a JSON object as the customization takes it: 'prompt' and 'completion', a conversation with 'schemaVersion' and 'messages', or 'input' for continued pre-training",
  ],
  INTERNAL_ERROR,
];

/** The hint for what Bedrock says of a failed customization or a refused call, or `undefined` where it is none of these. */
export function customizationHint(message: string): string | undefined {
  return denialHint(message) ?? hintIn(HINTS, message);
}
