import { ASSET_BUCKET, writeApp } from './fixture-assembly';
import { BedrockService, type BedrockOptions } from '../../rehearsal/bedrock/bedrock-service';
import { VirtualClock } from '../../rehearsal/clock';
import { AssetStore } from '../../rehearsal/cloud-assembly/asset-store';
import { readCloudAssembly } from '../../rehearsal/cloud-assembly/cloud-assembly';
import { Iam } from '../../rehearsal/iam/iam';
import type { JsonObject } from '../../rehearsal/json-value';
import { Supposition } from '../../unconfirmed/supposition';

export const ACCOUNT = { account: '111122223333', region: 'us-east-1' };
export const BATCH_START = Date.UTC(2026, 0, 1);

/** The lines of a batch job's input. */
export function records(count: number, more: (index: number) => JsonObject = () => ({})): string {
  const lines = Array.from({ length: count }, (_, index) =>
    JSON.stringify({ recordId: `record-${index}`, modelInput: { prompt: `Question ${index}` }, ...more(index) }),
  );
  return `${lines.join('\n')}\n`;
}

/** What has been uploaded: files by key. */
export function uploaded(files: Record<string, string>): AssetStore {
  const [{ assets }] = readCloudAssembly(writeApp({ Topic: { Type: 'AWS::SNS::Topic' } }, {}, files), ACCOUNT);
  return assets;
}

/** Where an uploaded file lies. */
export function uriOf(key: string): string {
  return `s3://${ASSET_BUCKET}/${key}`;
}

/** A request for a batch job. */
export function batchRequest(more: JsonObject = {}, inputUri = 's3://input/records.jsonl'): JsonObject {
  return {
    jobName: 'job',
    roleArn: 'arn:aws:iam::111122223333:role/batch',
    modelId: 'amazon.titan-text-express-v1',
    inputDataConfig: { s3InputDataConfig: { s3Uri: inputUri } },
    outputDataConfig: { s3OutputDataConfig: { s3Uri: 's3://output/results/' } },
    ...more,
  };
}

export function batchClock(): VirtualClock {
  return new VirtualClock({ startTime: BATCH_START });
}

/** Bedrock, in which nothing is out of the ordinary unless the options say so. */
export function bedrockService(options: Partial<BedrockOptions> = {}): BedrockService {
  return new BedrockService({
    clock: batchClock(),
    ...ACCOUNT,
    script: () => ({}),
    quotas: {},
    listLagSeconds: 0,
    roleCreatedAt: () => BATCH_START,
    onCourse: () => {},
    onJob: () => {},
    assets: new AssetStore(ACCOUNT),
    iam: new Iam(),
    supposition: Supposition.USUAL,
    ...options,
  });
}
