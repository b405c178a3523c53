import { ALL_KINDS, NAMED_BEDROCK_KINDS, STOPPABLE_KINDS, type UnconfirmedFact } from '../unconfirmed-fact';

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
        says: { code: 'NotFoundException', text: '{name} is unknown.' },
      },
    },
    usual: 'as-known',
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
  },
  'tuning-end': {
    title: 'What a tuning job is called that the service has ended for a limit or a criterion of its request',
    kinds: ['HyperParameterTuningJob'],
    alternatives: {
      completed: { meaning: 'Completed, as one that has launched all its training jobs.' },
      stopped: { meaning: 'Stopped, as one that somebody has stopped.' },
    },
    usual: 'completed',
  },
  'tuning-results': {
    title: 'When the best training job of a completed tuning job is there',
    kinds: ['HyperParameterTuningJob'],
    alternatives: {
      'with-the-status': { meaning: 'Together with the status Completed.' },
      late: { meaning: 'Half a minute after it.' },
    },
    usual: 'with-the-status',
  },
  'uncompressed-model': {
    title: 'How the description of a training job writes the place of a model that is not compressed',
    kinds: ['TrainingJob'],
    alternatives: {
      'with-a-slash': { meaning: 'As a folder, with a slash at its end.' },
      'without-a-slash': { meaning: 'The same without the slash.' },
    },
    usual: 'with-a-slash',
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
  },
} as const satisfies { readonly [id: string]: UnconfirmedFact };
