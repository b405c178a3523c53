import type { JobKindKey, UnconfirmedFact } from '../unconfirmed-fact';

/** The kinds whose jobs make models. */
const MAKERS: readonly JobKindKey[] = ['ModelCustomizationJob', 'ModelImportJob'];

const DENIED =
  'User: arn:aws:sts::111122223333:assumed-role/{role}/session is not authorized to perform: {operation} on resource: {arn}';

/** What is unconfirmed about custom models, and the jobs that make them. */
export const CUSTOMIZATION_FACTS = {
  'custom-model-named': {
    title: 'When a completed customization or import job names its model',
    kinds: MAKERS,
    alternatives: {
      'with-the-status': { meaning: 'Together with the status Completed.' },
      late: { meaning: 'Some seconds after it.' },
    },
    usual: 'with-the-status',
  },
  'custom-model-key': {
    title: 'As whom Bedrock uses the key of a custom or imported model',
    kinds: MAKERS,
    alternatives: {
      both: { meaning: 'As whoever makes the job, and as the role of the job.' },
      caller: { meaning: 'As whoever makes the job.' },
      role: { meaning: 'As the role of the job.' },
    },
    usual: 'both',
  },
  'custom-model-deletion': {
    title: 'What DeleteCustomModel and DeleteImportedModel say of a model that is to go',
    kinds: MAKERS,
    alternatives: {
      allowed: { meaning: 'Nothing: the model is deleted.' },
      'in-use': {
        meaning: 'That something serves it, for some minutes.',
        says: { code: 'ConflictException', text: 'The model is in use: {arn}.' },
      },
      denied: {
        meaning: 'A policy of the organization denies it.',
        says: {
          code: 'AccessDeniedException',
          text: `${DENIED} with an explicit deny in a service control policy`,
        },
        failures: { delete: { words: ['service control policy'], isAvoidable: true } },
      },
      'other-words': {
        meaning: 'It is refused in words that nobody has foreseen.',
        says: { code: 'ValidationException', text: 'The model {arn} is retained.' },
        failures: { delete: { words: ['retained'], isAvoidable: true } },
      },
    },
    usual: 'allowed',
  },
} as const satisfies { readonly [id: string]: UnconfirmedFact };
