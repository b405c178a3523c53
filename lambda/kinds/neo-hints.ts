/** What can be done about the reasons that Neo gives most often. */
const HINTS: readonly (readonly [RegExp, string])[] = [
  [
    /S3 object does not exist/i,
    'the model archive is not where modelData says; was it uploaded to this bucket and key, in this account?',
  ],
  [/is in region .* which is different/i, 'the bucket must be in the Region of the stack; copy the archive there'],
  [
    /unable to untar|confirm the model is a tar\.gz/i,
    'modelData must be one gzip-compressed tar archive with the model files at its top level (tar czf model.tar.gz -C folder .)',
  ],
  [
    /exactly one|only one .* file|no .* file (was )?found/i,
    'the archive holds more or fewer model files than the framework wants, or the framework is not the one the model was made with',
  ],
  [
    /tvm cannot convert|operator .* (is )?not (supported|implemented)|unsupported op/i,
    'the model uses an operator that Neo cannot compile for this target; see the supported operators of the framework version',
  ],
  [
    /InputConfiguration.*(shape|input name|dtype)|unable to (determine|infer).*shape|DataInputConfig/i,
    "dataInputConfig must name the model's inputs and their shapes in the layout that the framework wants",
  ],
  [
    /unsupported framework version/i,
    'this target takes other framework versions, or none; set frameworkVersion to a supported one or leave it out',
  ],
  [/assume the role|sts:AssumeRole/i, "the job's role must exist and trust sagemaker.amazonaws.com"],
  [
    /access denied|forbidden|\b403\b/i,
    "the job's role may not read the model or write the output; check bucket and key policies too",
  ],
  [/timeout|timed out|exceeded.*(run ?time)/i, 'the compilation took longer than maxRuntime allows; raise it'],
  [/internal server error/i, 'the service failed; change rerunKey, or deploy again, to try once more'],
];

/** The hint for a failure reason of Neo, or `undefined` where the reason is none of the known ones. */
export function neoHint(reason: string): string | undefined {
  return HINTS.find(([pattern]) => pattern.test(reason))?.[1];
}
