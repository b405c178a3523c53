/** A metric of a job's run, as the handler publishes it. */
export type RunMetric = 'Duration' | 'Wait' | 'Failures' | 'Ticks' | 'Records' | 'ErrorRecords';

/** Where CloudWatch has the metrics of runs. */
export const METRICS_NAMESPACE = 'cdk-ml-jobs';

/** The variable in the environment of the handler that has it publish metrics, whatever its value. */
export const METRICS_VARIABLE = 'PUBLISH_METRICS';
