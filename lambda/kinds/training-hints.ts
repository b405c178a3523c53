import { CONTAINER_HINTS } from './container-hints';

/** What can be done about the reasons that training jobs give most often. */
const HINTS: readonly (readonly [RegExp, string])[] = [
  ...CONTAINER_HINTS,
  [
    /no space left on device|insufficient disk space/i,
    'the volume is full; raise volumeSize, or read the inputs with the input mode FastFile',
  ],
  // what follows may occur in the message of any program
  [/^AlgorithmError/, 'the training program has failed; the end of its log says why'],
  [
    /access ?denied|forbidden|\b403\b|not authorized to perform/i,
    "the job's role may not read the inputs or write the output; check bucket and key policies, too",
  ],
  [
    /no ?such ?(key|bucket)|no s3 objects found|data download failed|partial s3 prefix/i,
    'the data is not where the inputs say; was it uploaded to this bucket and prefix, in this Region (a folder ends in /)?',
  ],
];

/** The hint for a failure reason of a training job, or `undefined` where the reason is none of the known ones. */
export function trainingHint(reason: string): string | undefined {
  return HINTS.find(([pattern]) => pattern.test(reason))?.[1];
}
