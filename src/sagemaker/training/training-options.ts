import type { TrainingCheckpoints } from './training-checkpoints';
import type { TrainingInput } from './training-input';
import type { TrainingInputMode } from './training-input-options';
import type { TrainingOutputCompression } from './training-output-compression';

/** How a training job trains, be it one of its own or one that a tuning job launches. */
export interface TrainingOptions {
  /**
   * The data, by the names of its channels: up to 20 channels, whose names have 1 to 64 letters, digits, dots, hyphens and
   * underscores. The algorithm says which channels it knows, such as `train` and `validation`.
   *
   * @default - the algorithm gets no data
   */
  readonly inputs?: { [channelName: string]: TrainingInput };

  /**
   * How the data of all channels that do not say so themselves comes to the container.
   *
   * @default TrainingInputMode.FILE
   */
  readonly inputMode?: TrainingInputMode;

  /**
   * How the trained model is packed. A large model is better not packed.
   *
   * @default TrainingOutputCompression.GZIP
   */
  readonly outputCompression?: TrainingOutputCompression;

  /**
   * Where the job keeps its checkpoints.
   *
   * @default - the job starts from its beginning when it is interrupted
   */
  readonly checkpoints?: TrainingCheckpoints;

  /**
   * Whether the container is kept from any network, but for the other containers of the job.
   *
   * @default false
   */
  readonly networkIsolation?: boolean;

  /**
   * Whether the traffic between the instances of the job is encrypted; that may take longer.
   *
   * @default false
   */
  readonly interContainerEncryption?: boolean;

  /**
   * How many times SageMaker tries the job again after an error of its own: 1 to 30. The time for all attempts together is
   * `maxRuntime`.
   *
   * @default - the job is not tried again
   */
  readonly maxRetryAttempts?: number;
}
