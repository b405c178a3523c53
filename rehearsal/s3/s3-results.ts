import { EvaluationJob } from '../bedrock/evaluation/evaluation-job';
import type { EvaluationResult } from '../bedrock/evaluation/evaluation-results';
import type { ApiCall } from '../emulated-api/api-call';
import type { EmulatedService } from '../emulated-api/emulated-service';
import { ServiceError } from '../emulated-api/service-error';
import type { JsonValue } from '../json-value';

/** S3 as far as jobs have written to it: it has the results of evaluations, and nothing else. */
export class S3Results implements EmulatedService {
  public readonly name = 's3';

  /** @param jobs Those that may have written something. */
  constructor(private readonly jobs: () => readonly object[]) {}

  public handle({ operation, input: { bucket, prefix, key } }: ApiCall): JsonValue {
    const place = `s3://${String(bucket)}/`;
    switch (operation) {
      case 'ListObjectsV2':
        return listing(this.urisBelow(`${place}${String(prefix)}`).map((uri) => uri.slice(place.length)));
      case 'GetObject': {
        const found = this.results.find(({ uri }) => uri === `${place}${String(key)}`);
        if (found) return found.text;
        throw new ServiceError('NoSuchKey', 'The specified key does not exist.');
      }
      default:
        throw new ServiceError('NotImplemented', `The rehearsal does not emulate s3: ${operation}.`);
    }
  }

  private get results(): EvaluationResult[] {
    return this.jobs().flatMap((job) => (job instanceof EvaluationJob ? job.results : []));
  }

  private urisBelow(beginning: string): string[] {
    return this.results.flatMap(({ uri }) => (uri.startsWith(beginning) ? [uri] : []));
  }
}

function listing(keys: readonly string[]): string {
  const contents = keys.map((key) => `<Contents><Key>${encodeURIComponent(key)}</Key></Contents>`);
  return `<ListBucketResult><EncodingType>url</EncodingType>${contents.join('')}</ListBucketResult>`;
}
