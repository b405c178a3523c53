import { BEDROCK_KINDS, NAMED_BEDROCK_KINDS, SAGEMAKER_KINDS, type UnconfirmedFact } from '../unconfirmed-fact';

/** What is unconfirmed about the names, the ARNs and the tokens of jobs. */
export const NAME_FACTS = {
  'arn-case': {
    title: 'Letter case of names in the ARNs of SageMaker jobs',
    kinds: SAGEMAKER_KINDS,
    alternatives: {
      kept: { meaning: 'An ARN has the name as it was given.' },
      lowered: { meaning: 'Every ARN has the name in lower case.' },
      'lowered-when-created': {
        meaning: 'The answer to Create has the name in lower case, all others have it as it was given.',
      },
    },
    usual: 'kept',
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
    title: 'Two Bedrock jobs of one name',
    kinds: NAMED_BEDROCK_KINDS,
    alternatives: {
      reusable: { meaning: 'The service takes a second job under the name of another.' },
      conflict: {
        meaning: 'It refuses the second with a ConflictException.',
        says: { code: 'ConflictException', text: 'A {noun} named {name} exists already.' },
        failures: { create: { words: ['{name}'] }, update: { words: ['{name}'] } },
      },
      'in-use': {
        meaning: 'It refuses the second with a ValidationException, as it does for jobs that import models.',
        says: {
          code: 'ValidationException',
          text: 'The provided job name is currently in use.',
        },
        failures: { create: { words: ['name'] }, update: { words: ['name'] } },
      },
    },
    usual: 'reusable',
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
    title: 'The client request token of a Bedrock job that has ended',
    kinds: BEDROCK_KINDS,
    alternatives: {
      'old-job': {
        meaning: 'Create answers with the ARN of the old job, whatever has become of it.',
        failures: { create: { words: ['gone'], isAvoidable: true }, update: { words: ['gone'], isAvoidable: true } },
      },
      refused: {
        meaning: 'Create is refused.',
        says: { code: 'ConflictException', text: 'The client request token has been used before.' },
        failures: { create: { words: ['token'], isAvoidable: true }, update: { words: ['token'], isAvoidable: true } },
      },
      'new-job': { meaning: 'The service has forgotten the token, and makes a new job.' },
    },
    usual: 'old-job',
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
    title: 'How soon a list of Bedrock jobs has a new job',
    kinds: BEDROCK_KINDS,
    alternatives: {
      'at-once': { meaning: 'As soon as Create has answered.' },
      later: { meaning: 'Half a minute later.' },
    },
    usual: 'at-once',
    sources: ['no document says it; lists of other services are eventually consistent'],
    reliance: 'Nothing: a job is known by the ARN that Create has answered with, and by its token until then.',
    otherwise: 'Where the answer of Create is lost, the token leads to the same job.',
    check:
      '`aws bedrock create-model-invocation-job …; aws bedrock list-model-invocation-jobs --name-contains …` at once.',
  },
} as const satisfies { readonly [id: string]: UnconfirmedFact };
