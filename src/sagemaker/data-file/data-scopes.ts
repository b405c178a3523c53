import type { ReadingScope } from '../../local-file/reading-scope';

/** What is looked at in the local files of training and transform jobs. */
export const DATA_SCOPES: readonly ReadingScope[] = [
  {
    input: 'every file of data',
    looksAt: [
      'Git LFS pointers',
      'manifests and augmented manifests that are given as data',
      'gzip that the request does not say, and the reverse',
      'RecordIO and Parquet that do not begin as such, and lists where DeepAR reads lines',
    ],
    leaves: ['what is in compressed files', 'RecordIO, Parquet, images and other binary formats'],
  },
  {
    input: 'data of the type `application/json` or `application/jsonlines`',
    looksAt: ['that each document or line is JSON, not what Python prints'],
    leaves: ['members', 'documents of more than 20 MB'],
  },
  {
    input: 'time series for DeepAR, as lines of JSON',
    looksAt: [
      'the form of `start`, without a time zone',
      'that `target` has numbers, `null` or `"NaN"` alone',
      'that each series has as many `cat` and `dynamic_feat`, with lists as long as `target`',
    ],
    leaves: ['whether the series fit the hyperparameters'],
  },
  {
    input: 'data of the type `text/csv`',
    looksAt: [
      'rows of another length',
      'quotes that are never closed',
      'ends of lines in quotes where lines are cut',
      "the names of columns, and texts, dates and the like in the first row, for those of SageMaker's own algorithms that take none",
    ],
    leaves: ['the types of columns'],
  },
  {
    input: 'data of a transform job',
    looksAt: ['records and files that exceed `maxPayload`'],
    leaves: ['what the model takes'],
  },
];
