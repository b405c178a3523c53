import type { IConstruct } from 'constructs';
import type { IHyperParameterTuningJob } from './hyper-parameter-tuning-job-reference';
import type { Request } from '../../job/request-overrides';
import { requireList, requireOptions, requireString, requireValue } from '../../validation/property-check';

const TUNING_JOB = {
  mark: 'hyperParameterTuningJobName',
  allowed: 'a tuning job, for example HyperParameterTuningJob.fromHyperParameterTuningJobName()',
  required: true,
};

/** From what else a tuning job learns. */
export interface TuningWarmStartOptions {
  /**
   * The names of earlier jobs that have not completed: what a stopped or a failed job has found until then is good for a start, too.
   * Nothing is read of them at deployment, as it is of a reference, which must have completed.
   *
   * @see https://docs.aws.amazon.com/sagemaker/latest/dg/automatic-model-tuning-warm-start.html
   * @default - none
   */
  readonly jobNames?: string[];
}

/**
 * Earlier tuning jobs from whose results another one learns. They must have ended; those of the same app are waited for. The
 * objective metric and the number of hyperparameters, searched and fixed together, must be those of the earlier jobs, and
 * none may change its type.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/automatic-model-tuning-warm-start.html
 */
export class TuningWarmStart {
  /**
   * The data and the algorithm are the same: `overallBestTrainingJobName` is the best training of all these jobs then.
   *
   * @param jobs The earlier jobs: with those that `options` name, 1 to 5.
   */
  public static identicalDataAndAlgorithm(
    jobs: IHyperParameterTuningJob[],
    options: TuningWarmStartOptions = {},
  ): TuningWarmStart {
    return new TuningWarmStart('IdenticalDataAndAlgorithm', jobs, options);
  }

  /**
   * The data, or the version of the algorithm, are others.
   *
   * @param jobs The earlier jobs: with those that `options` name, 1 to 5.
   */
  public static transferLearning(
    jobs: IHyperParameterTuningJob[],
    options: TuningWarmStartOptions = {},
  ): TuningWarmStart {
    return new TuningWarmStart('TransferLearning', jobs, options);
  }

  private constructor(
    private readonly type: string,
    private readonly jobs: IHyperParameterTuningJob[],
    private readonly options: TuningWarmStartOptions,
  ) {}

  /**
   * The API's `WarmStartConfig`.
   *
   * @internal
   */
  public _render(job: IConstruct): Request {
    requireList(job, 'warmStart', this.jobs);
    requireOptions(job, 'warmStart', this.options);
    const { jobNames = [] } = this.options;
    requireList(job, 'warmStart.jobNames', jobNames);
    const parents = this.jobs.map((parent, index) => {
      requireValue(job, `warmStart[${index}]`, parent, TUNING_JOB);
      // one that nobody has waited for has not ended: to ask for its status is an error then
      void parent.hyperParameterTuningJobStatus;
      return { HyperParameterTuningJobName: parent.hyperParameterTuningJobName };
    });
    const named = jobNames.map((name, index) => {
      requireString(job, `warmStart.jobNames[${index}]`, name, { required: true });
      return { HyperParameterTuningJobName: name };
    });
    return { ParentHyperParameterTuningJobs: [...parents, ...named], WarmStartType: this.type };
  }
}
