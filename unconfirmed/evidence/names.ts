import type { NAME_FACTS } from '../facts/names';
import type { Evidence } from '../unconfirmed-fact';

/** What is known of what is unconfirmed about the names, the ARNs and the tokens of jobs. */
export const NAME_EVIDENCE: Record<keyof typeof NAME_FACTS, Evidence> = {
  'arn-case': {
    sources: [
      'aws/sagemaker-experiments#172 and service-workbench#1176: AWS changed the case of ARNs in 2022 and 2023',
      'aws/sagemaker-python-sdk#4304: training jobs keep it (2023)',
    ],
    reliance:
      'Nothing: generated names are in lower case, and a job is described by its name, never by a part of an ARN.',
    otherwise:
      'ARNs that differ in letter case only are taken for the same job. Policies for names that people choose have both forms.',
    check:
      '`aws sagemaker list-training-jobs --max-results 5`: has the ARN of a job with capitals in its name these, too?',
  },
  'batch-name': {
    sources: [
      'the service model has ConflictException for CreateModelInvocationJob and CreateModelCustomizationJob; the reference of the latter asks for "a unique name", and says not what becomes of another',
      'aws/sagemaker-python-sdk#6076: "The provided job name is currently in use" (CreateModelImportJob)',
    ],
    reliance:
      'Nothing: a name is looked for before a job is created under it, and a generated name is that of one request.',
    otherwise:
      'A name of your own that another job has taken a moment before is an error that names it; nothing runs twice.',
    check:
      '`aws bedrock create-model-invocation-job` twice with one `--job-name` and no token, with an input that does not exist: what does the second answer?',
  },
  'old-client-token': {
    sources: [
      'API reference: "Amazon Bedrock ignores the request, but does not return an error"; of how long a token is remembered, it says nothing',
    ],
    reliance:
      'While a job runs, its token starts no second one. An earlier job is found by its exact name, not by what an old token returns.',
    otherwise:
      'It matters only where a stack goes back to a request whose job the service does not list any more: then the deployment fails, and a change of `rerunKey` makes a new job.',
    check:
      '`aws bedrock create-model-invocation-job` with the `clientRequestToken` that `get-model-invocation-job` shows of a job that ended long ago, and the same request: which ARN does it answer?',
  },
  'new-batch-job-listed': {
    sources: ['no document says it; lists of other services are eventually consistent'],
    reliance: 'Nothing: a job is known by the ARN that Create has answered with, and by its token until then.',
    otherwise: 'Where the answer of Create is lost, the token leads to the same job.',
    check:
      '`aws bedrock create-model-invocation-job …; aws bedrock list-model-invocation-jobs --name-contains …` at once.',
  },
};
