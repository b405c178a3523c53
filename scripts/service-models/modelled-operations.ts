/** A service, and those of its operations that the library and its handler call. */
export interface ModelledService {
  readonly service: string;
  readonly apiVersion: string;
  readonly operations: readonly string[];
}

/** What is in the tables of constraints. */
export const MODELLED_SERVICES: readonly ModelledService[] = [
  {
    service: 'bedrock',
    apiVersion: '2023-04-20',
    operations: [
      'CreateModelInvocationJob',
      'GetModelInvocationJob',
      'ListModelInvocationJobs',
      'ListTagsForResource',
      'StopModelInvocationJob',
      'TagResource',
      'UntagResource',
    ],
  },
  {
    service: 'sagemaker',
    apiVersion: '2017-07-24',
    operations: [
      'AddTags',
      'CreateCompilationJob',
      'CreateTrainingJob',
      'CreateTransformJob',
      'DeleteCompilationJob',
      'DeleteTags',
      'DeleteTrainingJob',
      'DescribeCompilationJob',
      'DescribeTrainingJob',
      'DescribeTransformJob',
      'ListTags',
      'StopCompilationJob',
      'StopTrainingJob',
      'StopTransformJob',
      'UpdateTrainingJob',
    ],
  },
];
