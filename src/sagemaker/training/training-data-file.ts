import { TrainingInputCompression, type TrainingInputOptions, TrainingRecordWrapper } from './training-input-options';
import { known } from '../../validation/known-value';
import { type DataFileRules, isCompressed, mimeTypeOf } from '../data-file/data-file-rules';

/** What the request of a training job says of the local files of a channel. */
export function trainingDataRules(
  member: string,
  {
    contentType,
    compression,
    recordWrapper,
  }: Pick<TrainingInputOptions, 'contentType' | 'compression' | 'recordWrapper'>,
): DataFileRules {
  return {
    member,
    contentType: mimeTypeOf(contentType),
    isWrapped: recordWrapper !== undefined && known<string>(recordWrapper) !== TrainingRecordWrapper.NONE,
    isGzip: isCompressed(known<string>(compression ?? TrainingInputCompression.NONE), TrainingInputCompression.GZIP),
  };
}
