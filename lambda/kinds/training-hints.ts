import { CONTAINER_HINTS } from './container-hints';
import { denialHint } from './denial-hints';
import { hintIn, type Hint } from './hint';
import { PROGRAM_HINTS } from './program-hints';

/** What can be done about the reasons that training jobs give most often. */
const HINTS: readonly Hint[] = [
  ...PROGRAM_HINTS,
  [
    /no space left on device|insufficient disk space/i,
    'the volume is full; raise volumeSize, or read the inputs with the input mode FastFile',
  ],
  [
    /failed to validate hyperparameters|additional hyperparameters are not allowed/i,
    'the algorithm does not take these hyperparameters; see the end of the reason, and the page of the algorithm',
  ],
  [
    /failed to validate input data configuration|(is a required property|required channel).{0,40}channel|missing required channel/i,
    "the algorithm wants other input channels, or another content type or input mode of theirs; see the end of the reason, and the algorithm's page",
  ],
  [
    /blankspace and colon not found in firstline/i,
    "the algorithm took the data for LibSVM; say what it is with the content type of the channel, such as 'text/csv'",
  ],
  // what follows may occur in the message of any program
  [/^AlgorithmError/, 'the training program has failed; the end of its log says why'],
  ...CONTAINER_HINTS,
  [
    /invalid maxwaittimeinseconds/i,
    'a job on spot instances waits for at least as long as it may run; raise maxWait, or lower maxRuntime',
  ],
  [
    /no ?such ?(key|bucket)|bucket.{0,80}(does not exist|not found)|no s3 objects found|partial s3 prefix/i,
    'the data is not where the inputs say; was it uploaded to this bucket and prefix, in this Region (a folder ends in /)? Where it was, the role lacks s3:ListBucket on the bucket',
  ],
  [
    /access denied by server while mounting|(unable|failed) to mount/i,
    'the file system was not mounted: its directory must be there, its security group must let the job in (port 2049 for EFS), and its policy must let clients mount that do not say who they are (allowAnonymousAccess of the file system)',
  ],
  [
    /access ?denied|forbidden|(?<![-/.\w])403(?![-/.\w])|unauthorized to list objects/i,
    "the job's role may not read the inputs or write the output; check bucket and key policies, too",
  ],
  [
    /data download failed/i,
    'the inputs could not be read: they must be at this bucket and prefix, in this Region, and the role must be allowed to read and decrypt them',
  ],
];

/** The hint for what SageMaker says of a failed training job or a refused call, or `undefined` where that is none of the known reasons. */
export function trainingHint(reason: string): string | undefined {
  return denialHint(reason) ?? hintIn(HINTS, reason);
}
