import { isImageOf } from './built-in-image';

/** What is known of a repository in which AWS keeps the image of an algorithm of SageMaker's. */
export interface BuiltInRepository {
  /** Which of AWS's registries have it. @default - the accounts of its registries are not known to this library */
  readonly registry?: 'Frameworks' | 'Tabular' | 'TextAndVision' | 'Forecasting' | 'Debugger';
  /** Whether its image runs scripts or rules alone, and has no algorithm of its own. @default false */
  readonly isForScripts?: boolean;
  /** Whether its data may be CSV of numbers, without a header. @default false */
  readonly readsNumbers?: boolean;
  /** Whether its data are images: it reads an augmented manifest as RecordIO. @default false */
  readonly readsImages?: boolean;
  /** The names of the hyperparameters that it needs, as AWS's pages say. @default - none */
  readonly needs?: string;
  /** Whether it was seen to refuse to begin without those; that of XGBoost is public. @default false */
  readonly isSeenToRefuse?: boolean;
}

/**
 * The repositories, in the order in which a message lists them.
 *
 * None of those whose data may be CSV takes a header. So AWS says it of all of them, and of XGBoost once more; the data of IP
 * Insights is text, which may look like a header.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/algos.html
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/cdf-training.html
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/xgboost.html
 */
export const BUILT_IN_REPOSITORIES: ReadonlyMap<string, BuiltInRepository> = new Map<string, BuiltInRepository>([
  ['sagemaker-xgboost', { registry: 'Frameworks', readsNumbers: true, needs: 'num_round', isSeenToRefuse: true }],
  ['sagemaker-scikit-learn', { registry: 'Frameworks', isForScripts: true }],
  ['factorization-machines', { registry: 'Tabular', needs: 'feature_dim num_factors predictor_type' }],
  ['ipinsights', { registry: 'Tabular', needs: 'num_entity_vectors vector_dim' }],
  ['kmeans', { registry: 'Tabular', readsNumbers: true, needs: 'feature_dim k', isSeenToRefuse: true }],
  ['knn', { registry: 'Tabular', readsNumbers: true, needs: 'feature_dim k predictor_type sample_size' }],
  ['linear-learner', { registry: 'Tabular', readsNumbers: true, needs: 'predictor_type', isSeenToRefuse: true }],
  ['ntm', { registry: 'Tabular', readsNumbers: true, needs: 'feature_dim num_topics' }],
  ['object2vec', { registry: 'Tabular', needs: 'enc0_max_seq_len enc0_vocab_size' }],
  [
    'pca',
    {
      registry: 'Tabular',
      readsNumbers: true,
      needs: 'feature_dim mini_batch_size num_components',
      isSeenToRefuse: true,
    },
  ],
  ['randomcutforest', { registry: 'Tabular', readsNumbers: true, needs: 'feature_dim' }],
  ['blazingtext', { registry: 'TextAndVision', needs: 'mode' }],
  ['image-classification', { registry: 'TextAndVision', readsImages: true, needs: 'num_classes num_training_samples' }],
  ['object-detection', { registry: 'TextAndVision', readsImages: true, needs: 'num_classes num_training_samples' }],
  [
    'semantic-segmentation',
    { registry: 'TextAndVision', readsImages: true, needs: 'num_classes num_training_samples' },
  ],
  ['seq2seq', { registry: 'TextAndVision' }],
  ['forecasting-deepar', { registry: 'Forecasting', needs: 'context_length epochs prediction_length time_freq' }],
  ['sagemaker-debugger-rules', { registry: 'Debugger', isForScripts: true }],
  ['xgboost', { readsNumbers: true, needs: 'num_round' }],
  ['lda', { readsNumbers: true, needs: 'feature_dim mini_batch_size num_topics' }],
]);

/** Whether the URI of an image is one of an algorithm that is built in, as far as it is known. */
export function isBuiltIn(image: unknown): boolean {
  return isImageOf(image, ALGORITHM);
}

/** Whether it is one of an algorithm whose data may be CSV of numbers. */
export function readsNumbers(image: unknown): boolean {
  return isImageOf(image, NUMBERS);
}

/** Whether it is one of an algorithm whose data are images. */
export function readsImages(image: unknown): boolean {
  return isImageOf(image, IMAGES);
}

const ALGORITHM = imagesOf(({ isForScripts }) => !isForScripts);
const NUMBERS = imagesOf((repository) => repository.readsNumbers === true);
const IMAGES = imagesOf((repository) => repository.readsImages === true);

function imagesOf(isOne: (repository: BuiltInRepository) => boolean): RegExp {
  const names = [...BUILT_IN_REPOSITORIES].filter(([, repository]) => isOne(repository)).map(([name]) => name);
  return new RegExp(`(?:^|/)(?:${names.join('|')}):`);
}
