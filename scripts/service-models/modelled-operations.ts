import type { JobFacts } from '../../src/validation/service-model/job-facts';

/** A service, those of its kinds of jobs that the library has, and what is called besides their own operations. */
export interface ModelledService {
  /** As it is called in ARNs and actions. */
  readonly service: string;
  /** What its endpoint and its model are called, where that is another name. */
  readonly endpoint?: string;
  readonly apiVersion: string;
  /** As in the names of their operations. */
  readonly kinds: readonly string[];
  readonly operations: readonly string[];
}

/** The one list of the kinds of jobs: whatever else lists them follows from it. */
export const MODELLED_SERVICES: readonly ModelledService[] = [
  {
    service: 'bedrock',
    apiVersion: '2023-04-20',
    kinds: ['EvaluationJob', 'ModelCustomizationJob', 'ModelImportJob', 'ModelInvocationJob'],
    operations: [
      'DeleteCustomModel',
      'DeleteImportedModel',
      'GetCustomModel',
      'GetImportedModel',
      'ListTagsForResource',
      'TagResource',
      'UntagResource',
    ],
  },
  {
    service: 'bedrock',
    endpoint: 'bedrock-agent',
    apiVersion: '2023-06-05',
    kinds: ['IngestionJob'],
    operations: [],
  },
  {
    service: 'sagemaker',
    apiVersion: '2017-07-24',
    kinds: ['CompilationJob', 'HyperParameterTuningJob', 'OptimizationJob', 'TrainingJob', 'TransformJob'],
    operations: ['AddTags', 'DeleteTags', 'ListTags', 'UpdateTrainingJob'],
  },
];

/** All operations of a service that the library and its handler call, by name. */
export function operationsOf({ operations }: ModelledService, kinds: readonly JobFacts[]): string[] {
  return [...operations, ...kinds.flatMap((facts) => Object.values(facts.operations))].sort();
}
