/** The kinds of jobs, by the names that the services' operations have for them. Written by `npm run constraints:update`. */
export type JobKindKey =
  | 'CompilationJob'
  | 'EvaluationJob'
  | 'HyperParameterTuningJob'
  | 'IngestionJob'
  | 'ModelCustomizationJob'
  | 'ModelImportJob'
  | 'ModelInvocationJob'
  | 'OptimizationJob'
  | 'TrainingJob'
  | 'TransformJob';
