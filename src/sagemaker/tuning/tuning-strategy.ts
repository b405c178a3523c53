import type { Request } from '../../job/request-overrides';

/** How much each training of a tuning with Hyperband may use, such as epochs. */
export interface HyperbandOptions {
  /**
   * What each training uses before it may be stopped: at least 1.
   *
   * @default - what SageMaker says
   */
  readonly minResource?: number;

  /**
   * What a training uses at most: 1 to 20,000.
   *
   * @default - the hyperparameter `epochs`, `numepochs`, `n-epochs`, `n_epochs` or `num_epochs`, one of which must be given
   * then
   */
  readonly maxResource?: number;
}

/**
 * How a tuning job chooses the hyperparameters of the next training.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/automatic-model-tuning-how-it-works.html
 */
export class TuningStrategy {
  /** From what the trainings before have come to. */
  public static readonly BAYESIAN = TuningStrategy.of('Bayesian');
  /** At random: many trainings may run at once. */
  public static readonly RANDOM = TuningStrategy.of('Random');
  /** All combinations, of categorical ranges only. */
  public static readonly GRID = TuningStrategy.of('Grid');

  /** At random, where trainings that do not do well are stopped: for algorithms that report their metric again and again. */
  public static hyperband(options: HyperbandOptions = {}): TuningStrategy {
    return new TuningStrategy('Hyperband', options);
  }

  /**
   * A strategy that this library does not know yet.
   *
   * @param value The strategy as the API spells it.
   */
  public static of(value: string): TuningStrategy {
    return new TuningStrategy(value);
  }

  private constructor(
    /** The strategy as the API spells it. */
    public readonly value: string,
    /**
     * What was given as options: it is looked at when the job is there to be named.
     *
     * @internal
     */
    public readonly _options?: HyperbandOptions,
  ) {}

  /**
   * The members of the API's `HyperParameterTuningJobConfig`.
   *
   * @internal
   */
  public _render(): Request {
    const { minResource: MinResource, maxResource: MaxResource } = this._options ?? {};
    const hasConfig = MinResource !== undefined || MaxResource !== undefined;
    return {
      Strategy: this.value,
      StrategyConfig: hasConfig ? { HyperbandStrategyConfig: { MinResource, MaxResource } } : undefined,
    };
  }
}
