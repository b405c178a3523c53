import type { FilterStep } from './filter-fit';
import { mimeTypeIn } from './mime-type';
import { knownText } from '../../validation/known-value';

/** What the request of a job says about the files that it reads. */
export interface DataFileRules {
  /** The property that has the files: for messages. */
  readonly member: string;
  /** The MIME type of the data, without its parameters. */
  readonly contentType?: string;
  /** Whether that is what is taken where the request says no type. */
  readonly isDefaultType?: boolean;
  /** Whether the values of a row may have anything between them: the reader finds out what that is. */
  readonly hasAnySeparator?: boolean;
  /** Whether its reader takes an object as JSON from each line, whatever the request says of the type. */
  readonly hasObjectLines?: boolean;
  /**
   * Whether the service decompresses the data.
   *
   * @default - only the deployment knows
   */
  readonly isGzip?: boolean;
  /** Whether the service itself reads each record: then it fails with a record that it cannot read. */
  readonly isReadByService?: boolean;
  /** Whether each record is joined with the answer to it. */
  readonly isJoined?: boolean;
  /** Whether the service makes records of RecordIO of the data. */
  readonly isWrapped?: boolean;
  /** What is taken of each record: the filter, and its first step. */
  readonly inputFilter?: { readonly text: string; readonly step: FilterStep };
  /**
   * How the service cuts a file into the payloads of its requests.
   *
   * @default - it does not, or only the deployment knows
   */
  readonly payload?: PayloadRules;
}

/** What a service sends of a file at once. */
export interface PayloadRules {
  /** The most, in MB; none where there is no limit. */
  readonly megabytes?: number;
  /** Whether files are cut at the ends of lines. */
  readonly isSplitByLine: boolean;
}

/** The MIME type of data without its parameters; undefined where it is not given, or only the deployment knows it. */
export function mimeTypeOf(contentType: unknown): string | undefined {
  const text = knownText(contentType);
  return text === undefined ? undefined : mimeTypeIn(text);
}

/** Whether a compression is gzip; undefined where only the deployment knows it. */
export function isCompressed(compression: string | undefined, gzip: string): boolean | undefined {
  return compression === undefined ? undefined : compression === gzip;
}
