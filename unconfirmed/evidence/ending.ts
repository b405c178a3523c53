import type { ENDING_FACTS } from '../facts/ending';
import type { Evidence } from '../unconfirmed-fact';

/** What is known of what is unconfirmed about jobs that have ended, or are not there any more. */
export const ENDING_EVIDENCE: Record<keyof typeof ENDING_FACTS, Evidence> = {
  'tags-of-ended-jobs': {
    sources: [
      'hashicorp/terraform-provider-aws#49877: ListTagsForResource "fails to fetch tags for jobs in Stopping/Stopped states"; the page of its resource says so of jobs that have finished, too; the code is not stated',
      'BerriAI/litellm#33733: those of a running job can be listed',
    ],
    reliance: 'Nothing: whose a job is, its name, its ARN and its client request token tell.',
    otherwise:
      'The tags of a job that has ended stay what they are when you change them, and the deployment succeeds. Of a model import job with a name of your own, only tags say whose it is: an update to another request under its name fails, and so does its rollback. An update to another name is taken back, except where the job had been replaced already when another resource of the stack failed: that rollback fails, too.',
    check: '`aws bedrock list-tags-for-resource --resource-arn …` with the ARN of a job that has completed.',
  },
  'stop-of-an-ended-job': {
    sources: [
      'awslabs/benchmark-ai#928: "The request was rejected because the training job is in status Stopped."',
      'apache/airflow, system test of Bedrock: "State was: Completed"',
    ],
    reliance: 'Nothing: after a refusal the job is described once more, and only one that still runs is a failure.',
    otherwise: 'The job has ended; the deployment goes on.',
    check: '`aws sagemaker stop-training-job` with the name of a job that has completed (so for the other kinds).',
  },
  'not-found': {
    sources: [
      'the service models have ResourceNotFound; botocore’s waiter for training jobs expects ValidationException; hashicorp/terraform-provider-aws looks for the words "Requested resource not found"',
    ],
    reliance: 'That a Describe call for a well-formed name is refused for one reason only: there is no such job.',
    otherwise: 'The same: the name is free, and the job is created under it.',
    check: '`aws sagemaker describe-compilation-job --compilation-job-name no-such-job` (so for the other kinds).',
  },
  'record-deletion': {
    sources: [
      'the service models have DeleteCompilationJob, DeleteOptimizationJob and DeleteTrainingJob; the latter is new',
      'the status of tuning jobs may be Deleting and DeleteFailed; when, the API reference does not say',
    ],
    reliance: 'Nothing but order: a record that stays costs nothing.',
    otherwise:
      'The record stays, and the Delete succeeds. A name of your own that a failed job has is not free then: choose another.',
    check:
      '`aws sagemaker delete-training-job` with the name of a job that has completed, with the rights of the function.',
  },
  'batch-counts': {
    sources: ['API reference: the counts are members that may be absent; of when they are there it says nothing'],
    reliance:
      'Counts that say that nothing was processed are looked at again for a minute, before the job counts as failed.',
    otherwise: 'Where there are no counts at all, a completed job is a success.',
    check:
      'Poll `aws bedrock get-model-invocation-job` while a job ends: has the first answer with Completed all four counts?',
  },
  'tuning-end': {
    sources: [
      'https://docs.aws.amazon.com/sagemaker/latest/dg/automatic-model-tuning-progress.html: tuning "stops" when a criterion is met; which status it has then is not said',
    ],
    reliance: 'Nothing: of a job that is stopped, the criteria of its request are looked at.',
    otherwise:
      'The job is a success where a criterion is met and there is a best training job; otherwise somebody has stopped it.',
    check: 'Tune with `MaxRuntimeInSeconds=120` and `MaxNumberOfTrainingJobs=100`; note the status at the end.',
  },
  'tuning-results': {
    sources: ['API reference: BestTrainingJob is a member that may be absent; of when it is there it says nothing'],
    reliance:
      'A completed job without a best training job is looked at again for a minute, before it counts as failed.',
    otherwise: 'The same.',
    check:
      'Poll `aws sagemaker describe-hyper-parameter-tuning-job` while a job ends: has the first answer with Completed a BestTrainingJob?',
  },
  'uncompressed-model': {
    sources: [
      'API reference of OutputDataConfig: with the compression NONE, the model is uploaded uncompressed; how the place of it is written then, no page says',
      'API reference of S3ModelDataSource: the URI of a prefix ends in a slash',
    ],
    reliance: 'Nothing: the attribute has a slash at its end either way, as a model takes it.',
    otherwise: 'The same.',
    check: 'Train with `CompressionType=NONE`; note the S3ModelArtifacts of `aws sagemaker describe-training-job`.',
  },
  'warm-pool-of-a-failed-job': {
    sources: [
      'https://docs.aws.amazon.com/sagemaker/latest/dg/train-warm-pools.html: a pool is kept when a job fails for its own algorithm; whether UpdateTrainingJob takes such a job, no page says',
    ],
    reliance:
      'Nothing: where the description says that instances wait, the Delete tells them for three minutes to wait no longer, and succeeds then.',
    otherwise: 'They are billed until their period is over, and may hold the subnets and security groups for as long.',
    check:
      'Let a training job with `KeepAlivePeriodInSeconds=600` fail; note its WarmPoolStatus, and what `aws sagemaker update-training-job --resource-config KeepAlivePeriodInSeconds=0` answers.',
  },
  'compilation-over-time': {
    sources: ['API reference of StoppingCondition: "a TimeOut error is generated"'],
    reliance: 'Nothing: neither is a success.',
    otherwise: 'The deployment fails either way; the reason tells less.',
    check: 'Compile a model with `MaxRuntimeInSeconds=1`; note status and reason.',
  },
};
