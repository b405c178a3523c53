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
    sources: [
      'API reference: outputModelArn and importedModelArn may be absent; of when they are there it says nothing',
    ],
    reliance:
      'A completed job that names no model is looked at again for a minute, before it counts as failed: nothing could use what it has made.',
    otherwise: 'The deployment takes as long as the service does.',
    check:
      'Poll `aws bedrock get-model-customization-job` while a job ends: has the first answer with Completed an outputModelArn?',
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
    sources: [
      'User Guide, encryption of custom models: the key lets "the roles that will customize the model" make grants; the event of a copy that it shows is that of the caller',
      'the same page: the roles that invoke a custom model decrypt with its key; of who does for a batch inference job, or for a job that customizes it further, it says nothing',
      'User Guide, encryption of imported models: the policy of the key names the "model import API invocation role"; the event that it shows is of a role called RoleForModelImport',
      'User Guide, model customization access: "permissions to decrypt the key" of the custom model are among those of the service role',
    ],
    reliance: 'Nothing: both may use the key, the function only through Bedrock.',
    otherwise: 'One of the two rights is not used.',
    check:
      'Make a customization job with `--custom-model-kms-key-id`; look for CreateGrant in CloudTrail: whose is its userIdentity?',
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
    sources: ['API reference: both may answer with a ConflictException, and it says not when'],
    reliance: 'That a ConflictException passes: the deletion is tried again as long as there is time.',
    otherwise: 'The deletion of the stack fails with the reason, since a model that stays is paid for.',
    check: '`aws bedrock delete-custom-model` with a model that has a provisioned throughput; note what it answers.',
  },
} as const satisfies { readonly [id: string]: UnconfirmedFact };
