import type { Size } from 'aws-cdk-lib';
import { TransformCompression } from './transform-compression';
import { firstStepOf } from './transform-filter';
import type { TransformInputOptions } from './transform-input-options';
import { TransformJoinSource, TransformSplitType } from './transform-records';
import type { Request } from '../../job/request-overrides';
import { known, knownMembers, knownText } from '../../validation/known-value';
import { type DataFileRules, isCompressed, mimeTypeOf } from '../data-file/data-file-rules';
import { DEFAULT_PAYLOAD_MB } from '../data-file/payload-limit';

/** What the properties of a transform job say of what the model gets of each record. */
export interface RecordsOptions {
  readonly maxPayload?: Size;
  readonly inputFilter?: string;
  readonly joinSource?: TransformJoinSource;
  readonly requestOverrides?: Request;
}

/** What the request of a transform job says of its local files. What an override says otherwise is not known here. */
export function transformDataRules(
  { contentType, compression, splitType }: TransformInputOptions,
  props: RecordsOptions,
): DataFileRules {
  const member = 'input';
  const overrides = knownMembers(props.requestOverrides) ?? {};
  if (overrides.TransformInput !== undefined) return { member };
  const split = known<TransformSplitType>(splitType ?? TransformSplitType.NONE);
  const isCut = split === TransformSplitType.LINE || split === TransformSplitType.NONE;
  const isOverridden = overrides.MaxPayloadInMB !== undefined || overrides.DataProcessing !== undefined;
  const isFiltered =
    !['', '$', undefined].includes(props.inputFilter) || props.joinSource === TransformJoinSource.INPUT;
  return {
    member,
    contentType: mimeTypeOf(contentType),
    isGzip: isCompressed(known<string>(compression ?? TransformCompression.NONE), TransformCompression.GZIP),
    isReadByService: isFiltered && overrides.DataProcessing === undefined,
    isJoined: props.joinSource === TransformJoinSource.INPUT && overrides.DataProcessing === undefined,
    inputFilter: overrides.DataProcessing === undefined ? filterOf(props.inputFilter) : undefined,
    payload:
      isCut && !isOverridden
        ? { megabytes: megabytesOf(props), isSplitByLine: split === TransformSplitType.LINE }
        : undefined,
  };
}

function filterOf(filter: string | undefined): DataFileRules['inputFilter'] {
  const text = knownText(filter);
  const step = text === undefined ? undefined : firstStepOf(text);
  return text === undefined || step === undefined ? undefined : { text, step };
}

/** With 0, requests are streamed and have no limit. */
function megabytesOf({ maxPayload }: RecordsOptions): number | undefined {
  if (maxPayload === undefined) return DEFAULT_PAYLOAD_MB;
  if (maxPayload.isUnresolved()) return undefined;
  const megabytes = maxPayload.toBytes() / 2 ** 20;
  return megabytes === 0 ? undefined : megabytes;
}
