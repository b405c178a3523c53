import { basename, extname } from 'node:path';
import type { CheckedFile } from './checked-file';
import { dataFileRules } from '../src/sagemaker/data-file/data-file-check';
import type { DataFileRules } from '../src/sagemaker/data-file/data-file-rules';
import { mimeTypeIn } from '../src/sagemaker/data-file/mime-type';
import { DEFAULT_PAYLOAD_MB } from '../src/sagemaker/data-file/payload-limit';
import { sentence } from '../src/validation/finding';

/** The types of data that names tell. */
const CONTENT_TYPES: ReadonlyMap<string, string> = new Map([
  ['.csv', 'text/csv'],
  ['.json', 'application/json'],
  ['.jsonl', 'application/jsonlines'],
  ['.libsvm', 'text/libsvm'],
  ['.parquet', 'application/x-parquet'],
]);
const NO_TYPE = 'what is in it was not looked at, for nothing says its type: give --content-type';

/** What the data is for. */
export interface DataOptions {
  /** @default - what the file's name tells */
  readonly contentType?: string;
  /** Whether the job decompresses the data. */
  readonly isGzip?: boolean;
  /**
   * How a transform job cuts the data.
   *
   * @default - it is not for a transform job
   */
  readonly split?: 'line' | 'none';
  /**
   * The most that a transform job sends in a request, in MB.
   *
   * @default 6
   */
  readonly maxPayload?: number;
}

/** Reads a file of data as a transform or a training job would. */
export function checkData(path: string, options: DataOptions): CheckedFile {
  const rules = rulesOf(path, options);
  const findings = [...dataFileRules({ path, name: basename(path) }, rules)];
  return {
    path,
    kind: 'data',
    ...(rules.contentType === undefined && findings.length === 0 ? { note: NO_TYPE } : {}),
    findings: findings.map((finding) => ({
      severity: finding.warning === undefined ? 'error' : 'warning',
      id: finding.warning,
      text: sentence(finding),
    })),
  };
}

function rulesOf(path: string, { contentType, isGzip = false, split, maxPayload }: DataOptions): DataFileRules {
  const isTransform = split !== undefined || maxPayload !== undefined;
  const megabytes = maxPayload === 0 ? undefined : (maxPayload ?? DEFAULT_PAYLOAD_MB);
  return {
    member: 'input',
    contentType: contentType === undefined ? CONTENT_TYPES.get(extname(path).toLowerCase()) : mimeTypeIn(contentType),
    isGzip,
    payload: isTransform ? { megabytes, isSplitByLine: split === 'line' } : undefined,
  };
}
