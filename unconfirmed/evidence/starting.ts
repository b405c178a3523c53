import type { STARTING_FACTS } from '../facts/starting';
import type { Evidence } from '../unconfirmed-fact';

/** What is known of what is unconfirmed about the beginning of jobs. */
export const STARTING_EVIDENCE: Record<keyof typeof STARTING_FACTS, Evidence> = {
  'role-not-ready': {
    sources: [
      'hashicorp/terraform-provider-aws, `internal/service/sagemaker/training_job.go` and `internal/service/bedrock/custom_model.go`: the texts that it tries again after',
      'public code that retries "Could not validate ListBucket permissions" of a bucket that was made a moment before',
      'nanohype/landing-zone, `components/aws/model-import/main.tf` (2026-07-24, after an import on AWS): a new role whose trust has both conditions of AWS\'s page is called "The provided role ARN is invalid" for several minutes',
    ],
    reliance: 'The texts that are known: within three minutes of the request, Create is called again.',
    otherwise: 'An unknown text is taken for a refusal. The deployment fails with it, and the next one succeeds.',
    check: 'Create a role and, in the same second, a job with it; note what Create answers.',
  },
  'role-not-ready-later': {
    sources: [
      'aws/sagemaker-python-sdk#35 and #43; astronomer/docs#1695',
      'Developer Guide, troubleshooting Neo: "Access Denied when calling sts:AssumeRole"',
    ],
    reliance: 'The texts that are known: within three minutes of the request, another job is started.',
    otherwise:
      'The deployment fails with the reason of the job, and a hint; the next deployment starts another job. With a transform, batch inference, customization or import job that has a name of your own it fails whatever the text: nobody can delete such a job, so that its name cannot be used again; choose another, or none.',
    check: 'Create a role and, in the same second, a job with it; note the reason if the job fails.',
  },
  denial: {
    sources: [
      'IAM User Guide, access denied error messages; every message has the word `assumed-role`, so that this word says nothing',
      'AWS re:Post, "How do I resolve AccessDeniedException errors for AWS Marketplace permissions": a subscription takes up to two minutes, in which calls are denied; in which words, it does not say',
    ],
    reliance:
      'The words "explicit deny": what is denied so fails at once. Any other denial may pass, for three minutes; a subscription that is being processed, for as long as the deployment waits for the job.',
    otherwise: 'A denial in other words is waited out for three minutes, and then told.',
    check: 'Attach a service control policy, or a boundary, that denies the Create call to a role, and make it.',
  },
  'denial-of-a-job': {
    sources: ['IAM User Guide, access denied error messages'],
    reliance: 'The words "explicit deny": such a job is the only one, and what denies is named.',
    otherwise: 'A denial that is taken for a role that is minutes old starts further jobs for up to three minutes.',
    check: 'Deny the role of a job `s3:GetObject` in the policy of the bucket; note the reason of the job that fails.',
  },
  quota: {
    sources: [
      'public reports of "is 0 Instances, with current utilization of 0 Instances and a request delta of 1 Instances" in new accounts, and of "is 4 Instances … request delta of 11"',
      '"… is not available in this region" comes under the same name of the error',
    ],
    reliance: 'The numbers in the text, where it has any: a limit below the request is refused at once.',
    otherwise: 'A text without numbers is waited for, as long as the deployment waits for the job.',
    check: 'Ask for an instance type whose quota in the account is 0; note what Create answers.',
  },
};
