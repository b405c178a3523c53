import {
  ALL_KINDS,
  NAMED_BEDROCK_KINDS,
  SAGEMAKER_KINDS,
  STOPPABLE_KINDS,
  type UnconfirmedFact,
} from '../unconfirmed-fact';

/** What is unconfirmed about jobs that have ended, or are not there any more. */
export const ENDING_FACTS = {
  'tags-of-ended-jobs': {
    title: 'Tags of Bedrock jobs that have ended',
    kinds: NAMED_BEDROCK_KINDS,
    alternatives: {
      listed: { meaning: 'They can be listed and changed, as those of a running job.' },
      refused: {
        meaning: 'Every call for them is refused, as if there were no such job.',
        says: { code: 'ResourceNotFoundException', text: 'Could not find the resource {arn}.' },
      },
      'refused-as-invalid': {
        meaning: 'Every call for them is refused as invalid.',
        says: { code: 'ValidationException', text: 'The resource is in status {status}, in which it has no tags.' },
      },
      'not-listed': {
        meaning: 'They can be changed, but not listed.',
        says: { code: 'ResourceNotFoundException', text: 'Could not find the resource {arn}.' },
      },
    },
    usual: 'listed',
    sources: [
      'hashicorp/terraform-provider-aws#49877: ListTagsForResource "fails to fetch tags for jobs in Stopping/Stopped states"; the page of its resource says so of jobs that have finished, too; the code is not stated',
      'BerriAI/litellm#33733: those of a running job can be listed',
    ],
    reliance: 'Nothing: whose a job is, its name, its ARN and its client request token tell.',
    otherwise:
      'The tags of a job that has ended stay what they are when you change them, and the deployment succeeds. Of a model import job with a name of your own, only tags say whose it is: an update to another request under its name fails, and so does its rollback.',
    check: '`aws bedrock list-tags-for-resource --resource-arn …` with the ARN of a job that has completed.',
  },
  'stop-of-an-ended-job': {
    title: 'What Stop says of a job that has ended',
    kinds: STOPPABLE_KINDS,
    alternatives: {
      'in-status': { meaning: 'In which status the job is, in the words that are known.' },
      'status-first': {
        meaning: 'The same in other words.',
        says: {
          code: 'ValidationException',
          text: 'The request was rejected because the {noun} is in {status} status',
        },
      },
      'other-words': {
        meaning: 'That nothing can be changed, in words that nobody has foreseen.',
        says: { code: 'ValidationException', text: 'This {noun} can no longer be modified.' },
      },
      conflict: {
        meaning: 'That it conflicts with what the job is.',
        says: { code: 'ConflictException', text: 'The operation conflicts with the state of {arn}.' },
      },
      'not-found': {
        meaning: 'That there is no such job to stop.',
        says: { code: 'ResourceNotFoundException', text: 'There is no active {noun} with this name.' },
      },
      accepted: { meaning: 'Nothing: the call has no effect.' },
    },
    usual: 'in-status',
    sources: [
      'awslabs/benchmark-ai#928: "The request was rejected because the training job is in status Stopped."',
      'apache/airflow, system test of Bedrock: "State was: Completed"',
    ],
    reliance: 'Nothing: after a refusal the job is described once more, and only one that still runs is a failure.',
    otherwise: 'The job has ended; the deployment goes on.',
    check: '`aws sagemaker stop-training-job` with the name of a job that has completed (so for the other kinds).',
  },
  'not-found': {
    title: 'What a call says for a job that does not exist',
    kinds: ALL_KINDS,
    alternatives: {
      'as-known': { meaning: 'The code and the words that are known of the kind.' },
      'resource-not-found': {
        meaning: 'ResourceNotFound, as the model of the service has it.',
        kinds: ['TrainingJob', 'TransformJob', 'ModelInvocationJob'],
        says: { code: 'ResourceNotFound', text: 'Requested resource not found.' },
      },
      'could-not-find': {
        meaning: 'A ValidationException that says so.',
        says: { code: 'ValidationException', text: "Could not find {noun} '{name}'." },
      },
      'other-words': {
        meaning: 'A ValidationException in words that nobody has foreseen.',
        says: { code: 'ValidationException', text: 'There is no {noun} {name} in this account.' },
      },
      'other-code': {
        meaning: 'An error whose name nobody has foreseen.',
        kinds: SAGEMAKER_KINDS,
        says: { code: 'NotFoundException', text: '{name} is unknown.' },
      },
    },
    usual: 'as-known',
    sources: [
      'the service models have ResourceNotFound; botocore’s waiter for training jobs expects ValidationException; hashicorp/terraform-provider-aws looks for the words "Requested resource not found"',
    ],
    reliance: 'That a Describe call for a well-formed name is refused for one reason only: there is no such job.',
    otherwise: 'The same: the name is free, and the job is created under it.',
    check: '`aws sagemaker describe-compilation-job --compilation-job-name no-such-job` (so for the other kinds).',
  },
  'record-deletion': {
    title: 'Whether the record of a finished job may be deleted',
    kinds: ['CompilationJob', 'HyperParameterTuningJob', 'OptimizationJob', 'TrainingJob'],
    alternatives: {
      allowed: { meaning: 'It may.' },
      denied: {
        meaning: 'A policy of the organization denies it.',
        says: {
          code: 'AccessDeniedException',
          text: 'User: arn:aws:sts::111122223333:assumed-role/{role}/session is not authorized to perform: {operation} on resource: {arn} with an explicit deny in a service control policy',
        },
        failures: { create: { words: ['{name}'] }, update: { words: ['{name}'] } },
      },
      'unknown-operation': {
        meaning: 'The Region does not know the operation, which is new.',
        says: { code: 'UnknownOperationException', text: 'The requested operation is not supported.' },
        failures: { create: { words: ['{name}'] }, update: { words: ['{name}'] } },
      },
      'other-words': {
        meaning: 'It is refused in words that nobody has foreseen.',
        says: { code: 'ValidationException', text: 'The {noun} is retained by a policy.' },
        failures: { create: { words: ['{name}'] }, update: { words: ['{name}'] } },
      },
      'in-a-while': {
        meaning: 'It may, and is shown as Deleting for a minute.',
        kinds: ['HyperParameterTuningJob'],
      },
      'fails-later': {
        meaning: 'The call is accepted, and the record is shown as DeleteFailed a minute later.',
        kinds: ['HyperParameterTuningJob'],
        failures: { create: { words: ['{name}'] }, update: { words: ['{name}'] } },
      },
    },
    usual: 'allowed',
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
    title: 'When the record counts of a completed batch inference job are there',
    kinds: ['ModelInvocationJob'],
    alternatives: {
      'with-the-status': { meaning: 'Together with the status Completed.' },
      late: { meaning: 'Half a minute after it: until then, no record has been processed.' },
      'late-and-absent': { meaning: 'Half a minute after it: until then, there are none.' },
      absent: { meaning: 'Never.' },
    },
    usual: 'with-the-status',
    sources: ['API reference: the counts are members that may be absent; of when they are there it says nothing'],
    reliance:
      'Counts that say that nothing was processed are looked at again for a minute, before the job counts as failed.',
    otherwise: 'Where there are no counts at all, a completed job is a success.',
    check:
      'Poll `aws bedrock get-model-invocation-job` while a job ends: has the first answer with Completed all four counts?',
  },
  'tuning-end': {
    title: 'What a tuning job is called that the service has ended for a limit or a criterion of its request',
    kinds: ['HyperParameterTuningJob'],
    alternatives: {
      completed: { meaning: 'Completed, as one that has launched all its training jobs.' },
      stopped: { meaning: 'Stopped, as one that somebody has stopped.' },
    },
    usual: 'completed',
    sources: [
      'https://docs.aws.amazon.com/sagemaker/latest/dg/automatic-model-tuning-progress.html: tuning "stops" when a criterion is met; which status it has then is not said',
    ],
    reliance: 'Nothing: of a job that is stopped, the criteria of its request are looked at.',
    otherwise:
      'The job is a success where a criterion is met and there is a best training job; otherwise somebody has stopped it.',
    check: 'Tune with `MaxRuntimeInSeconds=120` and `MaxNumberOfTrainingJobs=100`; note the status at the end.',
  },
  'tuning-results': {
    title: 'When the best training job of a completed tuning job is there',
    kinds: ['HyperParameterTuningJob'],
    alternatives: {
      'with-the-status': { meaning: 'Together with the status Completed.' },
      late: { meaning: 'Half a minute after it.' },
    },
    usual: 'with-the-status',
    sources: ['API reference: BestTrainingJob is a member that may be absent; of when it is there it says nothing'],
    reliance:
      'A completed job without a best training job is looked at again for a minute, before it counts as failed.',
    otherwise: 'The same.',
    check:
      'Poll `aws sagemaker describe-hyper-parameter-tuning-job` while a job ends: has the first answer with Completed a BestTrainingJob?',
  },
  'uncompressed-model': {
    title: 'How the description of a training job writes the place of a model that is not compressed',
    kinds: ['TrainingJob'],
    alternatives: {
      'with-a-slash': { meaning: 'As a folder, with a slash at its end.' },
      'without-a-slash': { meaning: 'The same without the slash.' },
    },
    usual: 'with-a-slash',
    sources: [
      'API reference of OutputDataConfig: with the compression NONE, the model is uploaded uncompressed; how the place of it is written then, no page says',
      'API reference of S3ModelDataSource: the URI of a prefix ends in a slash',
    ],
    reliance: 'Nothing: the attribute has a slash at its end either way, as a model takes it.',
    otherwise: 'The same.',
    check: 'Train with `CompressionType=NONE`; note the S3ModelArtifacts of `aws sagemaker describe-training-job`.',
  },
  'warm-pool-of-a-failed-job': {
    title: 'Whether instances of a failed training job wait for the next one, and until when',
    kinds: ['TrainingJob'],
    alternatives: {
      'until-told': { meaning: 'They do, until they are told to wait no longer.' },
      'until-its-end': { meaning: 'They do, for the whole of their period: of a failed job, it cannot be changed.' },
      none: { meaning: 'They do not.' },
    },
    usual: 'until-told',
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
    title: 'How a compilation job ends that runs for longer than MaxRuntimeInSeconds',
    kinds: ['CompilationJob'],
    alternatives: {
      failed: {
        meaning: 'As FAILED, with a reason.',
        failures: { create: { words: ['maxRuntime'] }, update: { words: ['maxRuntime'] } },
      },
      stopped: {
        meaning: 'As STOPPED, without one.',
        failures: { create: { words: ['STOPPED'] }, update: { words: ['STOPPED'] } },
      },
    },
    usual: 'failed',
    sources: ['API reference of StoppingCondition: "a TimeOut error is generated"'],
    reliance: 'Nothing: neither is a success.',
    otherwise: 'The deployment fails either way; the reason tells less.',
    check: 'Compile a model with `MaxRuntimeInSeconds=1`; note status and reason.',
  },
} as const satisfies { readonly [id: string]: UnconfirmedFact };
