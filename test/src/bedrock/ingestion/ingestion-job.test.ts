import { StartIngestionJobRequest$ } from '@aws-sdk/client-bedrock-agent';
import { App, CfnParameter, Duration, Stack, Tags } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { CfnDataSource } from 'aws-cdk-lib/aws-bedrock';
import { CfnRole, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { IngestionDataSource, IngestionJob, JobEngine } from '../../../../src';
import { membersIn, membersOf } from '../../request-members';
import {
  dataSourceInApp,
  INGESTION_JOB_TYPE,
  ingestionJob,
  ingestionProperties,
  PLACE,
  type SampleKnowledgeBaseProps,
} from '../../sample-ingestion-job';
import { newStack } from '../../sample-job';

const ACTIONS = ['Start', 'Get', 'Stop'].map((verb) => `bedrock:${verb}IngestionJob`);
const BASE = { 'Fn::GetAtt': ['Base', 'KnowledgeBaseId'] };

/** The policies of the handler that are about ingestion, by their logical ids. */
function policiesOf(stack: Stack): {
  readonly [id: string]: { readonly Properties: { readonly PolicyDocument: object; readonly PolicyName: string } };
} {
  const policies = Template.fromStack(stack).findResources('AWS::IAM::Policy');
  const own = Object.entries(policies).filter(([, policy]) => JSON.stringify(policy).includes('IngestionJob'));
  return Object.fromEntries(own) as ReturnType<typeof policiesOf>;
}

describe('the request', () => {
  test('is the smallest that the API takes', () => {
    const stack = newStack();
    ingestionJob(stack, 'Ingest');

    expect(ingestionProperties(stack).Request).toEqual(PLACE);
  });

  test('has every member that the API has', () => {
    const stack = newStack();
    ingestionJob(stack, 'Ingest', { description: 'Manuals of 2026' });
    const { Request } = ingestionProperties(stack);

    expect(Request).toEqual({ ...PLACE, description: 'Manuals of 2026' });
    expect([...membersIn(StartIngestionJobRequest$, Request), 'clientToken'].sort()).toEqual(
      membersOf(StartIngestionJobRequest$),
    );
  });

  test('has the ids that a data source of the app will have', () => {
    const stack = newStack();
    ingestionJob(stack, 'Ingest', { dataSource: IngestionDataSource.fromCfnDataSource(dataSourceInApp(stack)) });

    expect(ingestionProperties(stack).Request).toEqual({
      knowledgeBaseId: BASE,
      dataSourceId: { 'Fn::GetAtt': ['Source', 'DataSourceId'] },
    });
  });

  test('leaves tags to others: a job has none, be they those of the stack', () => {
    const stack = new Stack(new App(), 'Stack', { tags: { team: 'ml', 'aws:kept': 'x' } });
    Tags.of(ingestionJob(stack, 'Ingest')).add('stage', 'test');

    expect(ingestionProperties(stack).Request).toEqual(PLACE);
  });
});

describe('the resource', () => {
  test('waits for 55 minutes by itself, and longer where that is asked for', () => {
    const [usual, long] = [undefined, Duration.hours(3)].map((waitTimeout) => {
      const stack = newStack();
      ingestionJob(stack, 'Ingest', { waitTimeout });
      return ingestionProperties(stack);
    });

    expect([usual.WaitSeconds, usual.WaitConditions]).toEqual(['3300', undefined]);
    expect(long.WaitSeconds).toBe('10800');
    expect(long.WaitConditions).toHaveLength(1);
  });

  test('says how many documents may fail, which makes no other job', () => {
    const stack = newStack();
    ingestionJob(stack, 'Ingest', { maxFailedDocuments: 0 });

    expect(ingestionProperties(stack).Acceptance).toEqual({ MaxFailedDocuments: '0' });
  });

  test('has the id of the job and the main counts for outputs, and results only where somebody waits', () => {
    const outputsWith = (waitForCompletion: boolean) => {
      const stack = newStack();
      const job = ingestionJob(stack, 'Ingest', { waitForCompletion });
      return { job, outputs: Object.keys(Template.fromStack(stack).findOutputs('*')) };
    };
    const { job, outputs } = outputsWith(false);

    expect(outputs).toEqual(['IngestIngestionJobId']);
    expect(outputsWith(true).outputs).toEqual([
      'IngestIngestionJobId',
      'IngestNumberOfDocumentsScanned',
      'IngestNumberOfDocumentsFailed',
    ]);
    expect(() => job.numberOfDocumentsFailed).toThrow(
      "'numberOfDocumentsFailed' is known only when the job has ended, but 'waitForCompletion' is false",
    );
    expect(() => job.startedAt).not.toThrow();
  });

  test('comes after the policies of the role with which the knowledge base of the app reads', () => {
    const stack = newStack();
    const role = new Role(stack, 'Reader', { assumedBy: new ServicePrincipal('bedrock.amazonaws.com') });
    role.addToPolicy(new PolicyStatement({ actions: ['s3:GetObject'], resources: ['arn:aws:s3:::manuals/*'] }));
    const dataSource = IngestionDataSource.fromCfnDataSource(dataSourceInApp(stack, { role }));
    ingestionJob(stack, 'Ingest', { dataSource });

    Template.fromStack(stack).hasResource(INGESTION_JOB_TYPE, {
      DependsOn: Match.arrayWith([Match.stringLikeRegexp('^ReaderDefaultPolicy'), Match.stringLikeRegexp('^Reader')]),
    });
  });

  test.each([
    ['its id', (source: CfnDataSource) => source.attrDataSourceId],
    ['its reference, which is two ids', (source: CfnDataSource) => source.ref],
  ])('takes a data source of the app that is known by %s as the data source itself', (_, idOf) => {
    const [byIds, byItself] = [
      (source: CfnDataSource) => IngestionDataSource.fromIds(source.knowledgeBaseId, idOf(source)),
      (source: CfnDataSource) => IngestionDataSource.fromCfnDataSource(source),
    ].map((made) => {
      const stack = newStack();
      const role = new Role(stack, 'Reader', { assumedBy: new ServicePrincipal('bedrock.amazonaws.com') });
      ingestionJob(stack, 'Ingest', { dataSource: made(dataSourceInApp(stack, { role })) });
      return Template.fromStack(stack).toJSON();
    });
    expect(byIds).toEqual(byItself);
  });

  test('comes after a role that the app has without a construct around it', () => {
    const stack = newStack();
    const bare = new CfnRole(stack, 'Bare', { assumeRolePolicyDocument: {} });
    const source = dataSourceInApp(stack);
    (stack.node.findChild('Base') as unknown as { roleArn: string }).roleArn = bare.attrArn;
    ingestionJob(stack, 'Ingest', { dataSource: IngestionDataSource.fromCfnDataSource(source) });

    Template.fromStack(stack).hasResource(INGESTION_JOB_TYPE, { DependsOn: Match.arrayWith(['Bare']) });
  });
});

describe('the handler', () => {
  test('may do what is to be done with ingestion jobs, in the one knowledge base alone', () => {
    const stack = newStack();
    ingestionJob(stack, 'Ingest');
    const [{ Properties }] = Object.values(policiesOf(stack));

    expect(Properties.PolicyDocument).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: [...ACTIONS, 'bedrock:ListIngestionJobs'],
          Resource: {
            'Fn::Join': [
              '',
              [
                'arn:',
                { Ref: 'AWS::Partition' },
                ':bedrock:',
                { Ref: 'AWS::Region' },
                ':',
                { Ref: 'AWS::AccountId' },
                ':knowledge-base/KB12345678',
              ],
            ],
          },
        },
      ],
    });
  });

  test('is there with its rights before the job', () => {
    const stack = newStack();
    ingestionJob(stack, 'Ingest');

    Template.fromStack(stack).hasResource(INGESTION_JOB_TYPE, {
      DependsOn: Match.arrayWith(Object.keys(policiesOf(stack))),
    });
  });

  test('keeps its rights on a knowledge base until the jobs in it are deleted: another one has another policy', () => {
    const idsWith = (props: SampleKnowledgeBaseProps) => {
      const stack = newStack();
      const dataSource = IngestionDataSource.fromCfnDataSource(dataSourceInApp(stack, props));
      ingestionJob(stack, 'Ingest', { dataSource });
      const policies = policiesOf(stack);
      const [{ Properties }] = Object.values(policies);
      return [...Object.keys(policies), Properties.PolicyName];
    };

    expect(idsWith({})).toEqual(idsWith({}));
    // CloudFormation replaces the knowledge base, which the template calls the same
    const [[id, name], [otherId, otherName]] = [idsWith({}), idsWith({ model: 'cohere.embed-english-v3' })];
    expect(otherId).not.toBe(id);
    expect(otherName).not.toBe(name);
  });

  test('of another stack gets its rights from the stack of the job', () => {
    const app = new App();
    const [engines, jobs] = ['Engines', 'Jobs'].map((id) => new Stack(app, id));
    ingestionJob(jobs, 'Ingest', { engine: new JobEngine(engines, 'Engine') });

    expect(Object.keys(policiesOf(jobs))).toHaveLength(1);
    expect(Object.keys(policiesOf(engines))).toHaveLength(0);
  });
});

describe('a job that was made elsewhere', () => {
  const IDS = { ...PLACE, ingestionJobId: 'JOB1234567' };

  test('is read by its ids, with a right in its knowledge base', () => {
    const stack = newStack();
    const job = IngestionJob.fromIngestionJobAttributes(stack, 'Made', IDS);
    const template = Template.fromStack(stack);

    template.hasResourceProperties('Custom::BedrockIngestionJobReference', {
      Kind: 'IngestionJob',
      ReferencedJob: 'KB12345678|DS12345678|JOB1234567',
    });
    expect(stack.resolve(job.numberOfDocumentsScanned)).toEqual({
      'Fn::GetAtt': [expect.stringMatching(/^Made/), 'NumberOfDocumentsScanned'],
    });
    const [{ Properties }] = Object.values(policiesOf(stack));
    expect(Properties.PolicyDocument).toMatchObject({ Statement: [{ Action: 'bedrock:GetIngestionJob' }] });
    expect(JSON.stringify(Properties)).toContain(':knowledge-base/KB12345678');
  });

  test.each([
    ['knowledgeBaseId', 'KB'],
    ['dataSourceId', 'DS12345678|JOB1234567'],
    ['ingestionJobId', ''],
  ])('has ids: not with the %s %p', (member, id) => {
    expect(() => IngestionJob.fromIngestionJobAttributes(newStack(), 'Made', { ...IDS, [member]: id })).toThrow(
      `'${member}' must be 10 letters and digits, got '${id}'`,
    );
  });

  test('may be known at deployment only', () => {
    const stack = newStack();
    const ingestionJobId = new CfnParameter(stack, 'Id').valueAsString;

    expect(() => IngestionJob.fromIngestionJobAttributes(stack, 'Made', { ...IDS, ingestionJobId })).not.toThrow();
  });
});

test('takes a data source whose knowledge base the app does not make', () => {
  const stack = newStack();
  const dataSource = new CfnDataSource(stack, 'Source', {
    name: 'manuals',
    knowledgeBaseId: PLACE.knowledgeBaseId,
    dataSourceConfiguration: { type: 'S3', s3Configuration: { bucketArn: 'arn:aws:s3:::manuals' } },
  });
  ingestionJob(stack, 'Ingest', { dataSource: IngestionDataSource.fromCfnDataSource(dataSource) });

  expect(ingestionProperties(stack).Request).toMatchObject({ knowledgeBaseId: 'KB12345678' });
});
