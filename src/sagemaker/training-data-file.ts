import { type DataFileRules, isCompressed, mimeTypeOf } from './data-file/data-file-rules';
import { TrainingInputCompression, type TrainingInputOptions } from './training-input-options';
import { known } from '../validation/known-value';

/** What the request of a training job says of the local files of a channel. */
export function trainingDataRules(
  member: string,
  { contentType, compression }: Pick<TrainingInputOptions, 'contentType' | 'compression'>,
): DataFileRules {
  return {
    member,
    contentType: mimeTypeOf(contentType),
    isGzip: isCompressed(known<string>(compression ?? TrainingInputCompression.NONE), TrainingInputCompression.GZIP),
  };
}
