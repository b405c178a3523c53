import * as path from 'node:path';
import { App, CfnParameter, CustomResource, Duration, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import type { CfnDataSource } from 'aws-cdk-lib/aws-bedrock';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, type ISource, Source } from 'aws-cdk-lib/aws-s3-deployment';
import type { IConstruct } from 'constructs';
import { IngestionDataSource, type IngestionJobProps } from '../../../../src';
import { batchJob } from '../../sample-batch-job';
import { dataSourceInApp, INGESTION_JOB_TYPE, ingestionJob, ingestionProperties } from '../../sample-ingestion-job';
import { newStack } from '../../sample-job';

const sources = path.join(__dirname, '..', '..', '..', '..', 'examples');

const deploymentOf = (stack: Stack, source: ISource, destinationKeyPrefix?: string) =>
  new BucketDeployment(stack, 'Manuals', {
    sources: [source],
    destinationBucket: Bucket.fromBucketName(stack, 'Bucket', 'manuals'),
    destinationKeyPrefix,
  });

/** The re-run key of a job with documents, and with what else. */
function keyWith(documents: (stack: Stack) => IConstruct[], props: Partial<IngestionJobProps> = {}): unknown {
  const stack = newStack();
  ingestionJob(stack, 'Ingest', { documents: documents(stack), ...props });
  return ingestionProperties(stack).RerunKey;
}

const custom = (properties: object) => (stack: Stack) => [
  new CustomResource(stack, 'Fill', {
    serviceToken: 'arn:aws:lambda:us-east-1:111122223333:function:fill',
    properties,
  }),
];

describe('a job with documents', () => {
  test('comes after them', () => {
    const stack = newStack();
    ingestionJob(stack, 'Ingest', { documents: [deploymentOf(stack, Source.data('manual.md', 'Open it.'))] });

    Template.fromStack(stack).hasResource(INGESTION_JOB_TYPE, {
      DependsOn: Match.arrayWith([Match.stringLikeRegexp('^ManualsCustomResource')]),
    });
  });

  test('is another job when the files of a deployment are others, or go elsewhere', () => {
    const keys = [
      keyWith((stack) => [deploymentOf(stack, Source.asset(path.join(sources, 'compile-and-host')))]),
      keyWith((stack) => [deploymentOf(stack, Source.asset(path.join(sources, 'batch-inference')))]),
      keyWith((stack) => [deploymentOf(stack, Source.asset(path.join(sources, 'batch-inference')), 'new')]),
    ];

    expect(new Set(keys).size).toBe(3);
    for (const key of keys) expect(key).toMatch(/^[0-9a-f]{8}$/);
  });

  test('is the same job when they are the same', () => {
    const documents = (stack: Stack) => [deploymentOf(stack, Source.asset(path.join(sources, 'batch-inference')))];

    expect(keyWith(documents)).toBe(keyWith(documents));
  });

  test('is another job when a custom resource is, and has the key of its user, too', () => {
    expect(keyWith(custom({ version: 1 }))).not.toBe(keyWith(custom({ version: 2 })));
    // CloudFormation makes the same of both
    expect(keyWith(custom({ version: 1 }))).toBe(keyWith(custom({ version: '1' })));
    expect(keyWith(custom({ version: 1 }), { rerunKey: 'again' })).toBe(
      `again-${String(keyWith(custom({ version: 1 })))}`,
    );
  });

  test('is another job when a job is whose results it takes in, however that is called', () => {
    const ofJob = (rerunKey?: string, waitTimeout?: Duration) =>
      keyWith((stack) => [batchJob(stack, 'Write', { rerunKey, waitTimeout: waitTimeout ?? Duration.minutes(50) })]);

    expect(ofJob('again')).not.toBe(ofJob());
    expect(ofJob(undefined, Duration.minutes(40))).toBe(ofJob());
  });

  test('does not mind what carries the filling out, which changes with the CDK', () => {
    const stack = newStack();
    const deployment = deploymentOf(stack, Source.data('manual.md', 'Open it.'));
    ingestionJob(stack, 'Ingest', { documents: [deployment] });
    const before = ingestionProperties(stack).RerunKey;
    const other = newStack();
    const same = deploymentOf(other, Source.data('manual.md', 'Open it.'));
    const layer = same.node.findChild('AwsCliLayer').node.defaultChild as unknown as { description: string };
    layer.description = 'another version';
    ingestionJob(other, 'Ingest', { documents: [same] });

    expect(ingestionProperties(other).RerunKey).toBe(before);
  });

  test('looks at them when the template is written', () => {
    const stack = newStack();
    const deployment = deploymentOf(stack, Source.data('manual.md', 'Open it.'));
    ingestionJob(stack, 'Ingest', { documents: [deployment] });
    const other = newStack();
    const changed = deploymentOf(other, Source.data('manual.md', 'Open it.'));
    ingestionJob(other, 'Ingest', { documents: [changed] });
    changed.addSource(Source.data('second.md', 'Close it.'));

    expect(ingestionProperties(other).RerunKey).not.toBe(ingestionProperties(stack).RerunKey);
  });

  test('is waited for by other conditions when they change', () => {
    const conditionsWith = (version: number) => {
      const stack = newStack();
      ingestionJob(stack, 'Ingest', { documents: custom({ version })(stack), waitTimeout: Duration.hours(2) });
      return ingestionProperties(stack).WaitConditions;
    };

    expect(conditionsWith(1)).toEqual(conditionsWith(1));
    expect(conditionsWith(2)).not.toEqual(conditionsWith(1));
  });

  test('takes those of another stack, after which its own comes', () => {
    const app = new App();
    const [theirs, own] = ['Theirs', 'Own'].map((id) => new Stack(app, id));
    ingestionJob(own, 'Ingest', {
      documents: custom({ version: new CfnParameter(theirs, 'P').valueAsString })(theirs),
    });
    const assembly = app.synth();

    expect(own.dependencies).toContain(theirs);
    expect(JSON.stringify(assembly.getStackByName('Own').template)).toMatch(/"RerunKey":"[0-9a-f]{8}"/);
  });
});

describe('a job whose data source is in the app', () => {
  const keyOf = (change: (source: CfnDataSource) => void, props: Partial<IngestionJobProps> = {}) => {
    const stack = newStack();
    const source = dataSourceInApp(stack);
    ingestionJob(stack, 'Ingest', { dataSource: IngestionDataSource.fromCfnDataSource(source), ...props });
    // also when it changes later
    change(source);
    return ingestionProperties(stack).RerunKey;
  };
  const unchanged = () => undefined;

  test('is another job when CloudFormation changes that in place, and the same one otherwise', () => {
    const before = keyOf(unchanged);

    expect(before).toMatch(/^[0-9a-f]{8}$/);
    expect(keyOf(unchanged)).toBe(before);
    const inclusionPrefixes = ['faq/'];
    const s3Configuration = { bucketArn: 'arn:aws:s3:::manuals', inclusionPrefixes };
    const change = (source: CfnDataSource) => (source.dataSourceConfiguration = { type: 'S3', s3Configuration });
    expect(keyOf(change)).not.toBe(before);
  });

  test('has the key of its user, too', () => {
    expect(keyOf(unchanged, { rerunKey: 'again' })).toBe(`again-${String(keyOf(unchanged))}`);
  });
});

test('a job without documents, and with a data source that was made elsewhere, has the key that its user gives, or none', () => {
  expect(keyWith(() => [])).toBeUndefined();
  expect(keyWith(() => [], { rerunKey: 'again' })).toBe('again');
});
