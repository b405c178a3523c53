import type { UnconfirmedFact } from '../unconfirmed-fact';

/** What is unconfirmed about optimization jobs. */
export const OPTIMIZATION_FACTS = {
  'optimization-over-time': {
    title: 'How an optimization job ends that runs for longer than MaxRuntimeInSeconds',
    kinds: ['OptimizationJob'],
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
  'optimization-image': {
    title: 'When the recommended image of a completed optimization job is there',
    kinds: ['OptimizationJob'],
    alternatives: {
      'with-the-status': { meaning: 'Together with the status COMPLETED.' },
      late: { meaning: 'Half a minute after it.' },
      absent: { meaning: 'Never: SageMaker recommends none.' },
    },
    usual: 'with-the-status',
  },
  'optimization-output': {
    title: 'Where the description of an optimization job says that the model is',
    kinds: ['OptimizationJob'],
    alternatives: {
      'as-sent': { meaning: 'Where the request says it, letter by letter.' },
      'without-a-slash': { meaning: 'The same without the slash at its end.' },
      'in-a-folder': { meaning: 'In a folder of its own below it, with the name of the job.' },
    },
    usual: 'as-sent',
  },
  'optimization-log-group': {
    title: 'Which log group an optimization job writes to',
    kinds: ['OptimizationJob'],
    alternatives: {
      'of-its-own': { meaning: '`/aws/sagemaker/OptimizationJobs`, as other kinds have it.' },
      'of-compilations': { meaning: '`/aws/sagemaker/CompilationJobs`: the program in the container is one of Neo’s.' },
      'of-trainings': { meaning: '`/aws/sagemaker/TrainingJobs`: speculative decoding runs training jobs.' },
    },
    usual: 'of-its-own',
  },
} as const satisfies { readonly [id: string]: UnconfirmedFact };
