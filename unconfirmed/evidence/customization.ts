import type { CUSTOMIZATION_FACTS } from '../facts/customization';
import type { Evidence } from '../unconfirmed-fact';

/** What is known of what is unconfirmed about custom models, and the jobs that make them. */
export const CUSTOMIZATION_EVIDENCE: Record<keyof typeof CUSTOMIZATION_FACTS, Evidence> = {
  'custom-model-named': {
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
    sources: ['API reference: both may answer with a ConflictException, and it says not when'],
    reliance: 'That a ConflictException passes: the deletion is tried again as long as there is time.',
    otherwise: 'The deletion of the stack fails with the reason, since a model that stays is paid for.',
    check: '`aws bedrock delete-custom-model` with a model that has a provisioned throughput; note what it answers.',
  },
};
