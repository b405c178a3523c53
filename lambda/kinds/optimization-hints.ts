import { CONTAINER_HINTS } from './container-hints';
import { denialHint } from './denial-hints';
import { hintIn, type Hint } from './hint';
import { PROGRAM_HINTS } from './program-hints';

/**
 * What can be done about the reasons that optimization jobs give. Nobody has written down what SageMaker says; these are the words of the
 * program that runs in the container: https://github.com/deepjavalibrary/djl-serving, serving/docker/partition (2026-06-24).
 */
const HINTS: readonly Hint[] = [
  [
    /sharding (&|and) quantization are mutually exclusive|quantize first/i,
    'sharding() goes with no other technique: optimize the model first, and divide it in a second job',
  ],
  [
    /non-zero tensor_parallel_degree|tensor_parallel_degree.{0,80}(missing|required|invalid|divid)/i,
    'give sharding() a tensorParallelDegree that divides the number of GPUs of the deploymentInstanceType',
  ],
  [
    /does not support sagemaker neo context|\/opt\/djl\/\w+_venv\//i,
    'the image must be one of the AWS Deep Learning Containers for large models, djl-inference, with lmi or tensorrtllm in its tag and a version below 0.33; or leave the image out',
  ],
  [
    /\beula\b|end.user licen[cs]e|licen[cs]e agreement/i,
    'the model has a licence: read it, and accept it with acceptEula of the model',
  ],
  [
    /architectures?\b.{0,120}not supported|unsupported (model|architecture)|(model|architecture) .{0,80}is not supported/i,
    'not every model can be optimized in every way: see https://docs.aws.amazon.com/sagemaker/latest/dg/optimization-supported-models.html',
  ],
  [
    /^\w+: time ?out|optimi[sz]ation.{0,40}(timed? ?out|time ?out)|exceeded.{0,40}(run ?time|max)|timeout error/i,
    'the optimization took longer than maxRuntime allows; raise it',
  ],
  ...PROGRAM_HINTS,
  ...CONTAINER_HINTS,
  [
    /could not find model(?! (data|artifact))|model(?! (data|artifact)) .{0,200}(does not exist|not found)/i,
    'the model must exist in the account and the Region of the job; refer to the model in the stack, so that it is made first and kept',
  ],
  [
    /could not find model (data|artifact)|model (data|artifact).{0,200}(does not exist|not found)|no ?such ?(key|bucket)|bucket.{0,80}(does not exist|not found)|no s3 objects found|S3 object does not exist/i,
    'the model is not where model says; was it uploaded to this bucket and prefix, uncompressed, in this Region (a folder ends in /)?',
  ],
  [
    /access ?denied|forbidden|(?<![-/.\w])403(?![-/.\w])|unauthorized to list objects/i,
    "the job's role may not read the model or write the output; check bucket and key policies, too",
  ],
];

/** The hint for what SageMaker says of a failed optimization job or a refused call, or `undefined` where that is none of the known reasons. */
export function optimizationHint(reason: string): string | undefined {
  return denialHint(reason) ?? hintIn(HINTS, reason);
}
