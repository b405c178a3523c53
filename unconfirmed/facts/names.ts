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
  },
  'new-batch-job-listed': {
    title: 'How soon a list of Bedrock jobs has a new job',
    kinds: BEDROCK_KINDS,
    alternatives: {
      'at-once': { meaning: 'As soon as Create has answered.' },
      later: { meaning: 'Half a minute later.' },
    },
    usual: 'at-once',
  },
} as const satisfies { readonly [id: string]: UnconfirmedFact };
