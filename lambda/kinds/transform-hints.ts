import { CONTAINER_HINTS } from './container-hints';
import { denialHint } from './denial-hints';
import { hintIn, type Hint } from './hint';
import { NETWORK_HINTS } from './network-hints';
import { PROGRAM_HINTS } from './program-hints';

/**
 * What can be done about the reasons that batch transform jobs give most often.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/batch-transform-errors.html
 */
const HINTS: readonly Hint[] = [
  ...PROGRAM_HINTS,
  ...NETWORK_HINTS,
  [
    /could not find model (data|artifact)|model (data|artifact).{0,200}(does not exist|not found)/i,
    "the model's data is not where the model says, or the model's role may not read it",
  ],
  [
    /could not find model|model .{0,200}(does not exist|not found)/i,
    'the model must exist in the account and the Region of the job; refer to the model in the stack, so that it is made first and kept',
  ],
  [
    /ping health check|cannotstartcontainererror/i,
    "the model's container did not start, or did not answer GET /ping with 200 in time; its log says why",
  ],
  [
    /MaxPayloadInMB.{0,80}MaxConcurrentTransforms|MaxConcurrentTransforms.{0,80}MaxPayloadInMB/i,
    'maxPayload times maxConcurrentTransforms may be at most 100 MB; lower one of them',
  ],
  [
    /max(imum)? timeout|unable to get response from algorithm|(model|algorithm|invocation|request)[^|]{0,80}timed? ?out/i,
    'the model did not answer in time; raise invocationsTimeout, or send it less in a request (maxPayload)',
  ],
  [
    /payload.{0,60}(too large|exceed|larger)|(too large|exceeds?).{0,60}payload|(answered|status|returned|received|http)[^|/]{0,60}(?<![-/.\w])413(?![-/.\w])/i,
    'a record is larger than a request may be; raise maxPayload, or split the input by line',
  ],
  [
    /see job logs for more information|too many objects failed|bad http status|^AlgorithmError/i,
    'the log stream whose name ends in /data-log says which records the model has refused, and why',
  ],
  ...CONTAINER_HINTS,
  [
    /no ?such ?(key|bucket)|bucket.{0,80}(does not exist|not found)|no s3 objects found/i,
    "the data is not where the input says; was it uploaded to this bucket and prefix, in this Region? Where it was, the model's role lacks s3:ListBucket on the bucket",
  ],
  [
    /access ?denied|forbidden|(?<![-/.\w])403(?![-/.\w])|unauthorized to list objects/i,
    "the model's role may not read the input or write the output; check bucket and key policies, too",
  ],
];

/** The hint for what SageMaker says of a failed transform job or a refused call, or `undefined` where that is none of the known reasons. */
export function transformHint(reason: string): string | undefined {
  return denialHint(reason) ?? hintIn(HINTS, reason);
}
