import { ALL_KINDS, type UnconfirmedFact } from '../unconfirmed-fact';

/** What is unconfirmed about how CloudFormation waits. */
export const WAITING_FACTS = {
  'conditions-waited-for': {
    title: 'Whether a deployment waits for wait conditions',
    kinds: ALL_KINDS,
    alternatives: {
      yes: { meaning: 'It waits for their signals.' },
      no: {
        meaning: 'It goes on at once, as it might in express mode.',
        failures: {
          create: { words: ['had not ended'], isAvoidable: true },
          update: { words: ['had not ended'], isAvoidable: true },
        },
      },
    },
    usual: 'yes',
    sources: ['aws-cdk CLI, `--express`: custom resources are waited for; wait conditions are not named'],
    reliance: 'A deployment of more than an hour waits for conditions, one after the other.',
    otherwise:
      'The last resource waits itself, for as long as CloudFormation lets it (55 minutes); a job that takes longer is stopped then, and the deployment fails and says so.',
    check: 'Deploy a stack with a wait condition that nobody signals with `cdk deploy --express`.',
  },
  'reused-handle': {
    title: 'What a wait condition handle has whose logical id was another one’s before',
    kinds: ALL_KINDS,
    alternatives: {
      empty: { meaning: 'No signal.' },
      'old-signals': {
        meaning: 'The signals of the handle that had its logical id before.',
        failures: { update: { words: ['rerunKey'], isAvoidable: true } },
      },
    },
    usual: 'empty',
    sources: [
      'User Guide, wait conditions: a reused handle "might evaluate old signals" of an earlier create or update',
      'handles are objects of S3 that are named after the stack’s id and the logical id (URLs in public repositories)',
    ],
    reliance: 'Logical ids of handles follow from the request, so that another request has other handles.',
    otherwise:
      'A stack that goes back to an earlier request waits at its last resource, which gives a job 55 minutes; change `rerunKey` to give it all its time.',
    check:
      'Deploy a handle and a condition, signal it, remove both, deploy them again under the same ids: does the condition wait?',
  },
} as const satisfies { readonly [id: string]: UnconfirmedFact };
