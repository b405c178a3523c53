import { XGBOOST } from './built-in-algorithm';
import type { TrainingInputContext } from './training-input-context';
import { TrainingInputCompression, type TrainingInputOptions, TrainingRecordWrapper } from './training-input-options';
import { known } from '../../validation/known-value';
import { type DataFileRules, isCompressed, mimeTypeOf } from '../data-file/data-file-rules';

/** The short names that SageMaker's XGBoost has for types of data; without any, it reads LIBSVM. */
const XGBOOST_TYPES: ReadonlyMap<string | undefined, string> = new Map([
  ['csv', 'text/csv'],
  ['libsvm', 'text/libsvm'],
  ['parquet', 'application/x-parquet'],
  ['recordio-protobuf', 'application/x-recordio-protobuf'],
  [undefined, 'text/libsvm'],
]);

/** It reads JSON Lines, or Parquet, which begins otherwise: https://docs.aws.amazon.com/sagemaker/latest/dg/deepar.html */
const DEEPAR = 'forecasting-deepar';

/** What the request of a training job says of the local files of a channel. */
export function trainingDataRules(
  { member, reader }: Pick<TrainingInputContext, 'member' | 'reader'>,
  {
    contentType,
    compression,
    recordWrapper,
  }: Pick<TrainingInputOptions, 'contentType' | 'compression' | 'recordWrapper'>,
): DataFileRules {
  const type = mimeTypeOf(contentType);
  const isXgboost = reader === XGBOOST;
  return {
    member,
    contentType: (isXgboost && (contentType === undefined || type !== undefined) && XGBOOST_TYPES.get(type)) || type,
    isDefaultType: isXgboost && contentType === undefined,
    hasAnySeparator: isXgboost,
    hasObjectLines: reader === DEEPAR,
    isWrapped: recordWrapper !== undefined && known<string>(recordWrapper) !== TrainingRecordWrapper.NONE,
    isGzip: isCompressed(known<string>(compression ?? TrainingInputCompression.NONE), TrainingInputCompression.GZIP),
  };
}
