import { CreateEvaluationJobRequest$ } from '@aws-sdk/client-bedrock';
import {
  CreateCompilationJobRequest$,
  CreateTrainingJobRequest$,
  ListTrainingJobsRequest$,
} from '@aws-sdk/client-sagemaker';
import { InvalidRequest } from '../../lambda/invalid-request';
import { reviveRequest } from '../../lambda/revive-request';

const revive = (request: { [member: string]: unknown }) => reviveRequest(CreateCompilationJobRequest$, request);

test('a compilation job gets its types back, and strings that look like numbers stay strings', () => {
  const request = {
    RoleArn: 'arn:aws:iam::111122223333:role/Compile',
    InputConfig: {
      S3Uri: 's3://models/model.tar.gz',
      DataInputConfig: '{"data":[1,3,224,224]}',
      Framework: 'PYTORCH',
      FrameworkVersion: '2.0',
    },
    OutputConfig: {
      S3OutputLocation: 's3://results',
      TargetPlatform: { Os: 'LINUX', Arch: 'X86_64' },
      CompilerOptions: 'true',
    },
    VpcConfig: { Subnets: ['subnet-1', 'subnet-2'], SecurityGroupIds: ['sg-1'] },
    StoppingCondition: { MaxRuntimeInSeconds: '900' },
    Tags: [{ Key: 'year', Value: '2030' }],
  };

  expect(revive(request)).toEqual({ ...request, StoppingCondition: { MaxRuntimeInSeconds: 900 } });
});

test('bytes come in base64, and what may be anything stays as it is', () => {
  const source = (byteContent: object) => ({
    inferenceConfig: {
      ragConfigs: [
        {
          knowledgeBaseConfig: {
            retrieveAndGenerateConfig: {
              type: 'EXTERNAL_SOURCES',
              externalSourcesConfiguration: {
                modelArn: 'amazon.nova-lite-v1:0',
                sources: [{ sourceType: 'BYTE_CONTENT', byteContent }],
                generationConfiguration: { additionalModelRequestFields: { top: { k: ['4', { deep: true }] } } },
              },
            },
          },
        },
      ],
    },
  });
  const content = { identifier: 'a', contentType: 'text/plain' };

  expect(reviveRequest(CreateEvaluationJobRequest$, source({ ...content, data: 'aGk=' }))).toEqual(
    source({ ...content, data: Buffer.from('hi') }),
  );
});

test('booleans and maps get their types back', () => {
  const request = {
    EnableManagedSpotTraining: 'true',
    EnableNetworkIsolation: 'false',
    HyperParameters: { depth: '6', verbose: true, rate: 0.1 },
  };

  expect(reviveRequest(CreateTrainingJobRequest$, request)).toEqual({
    EnableManagedSpotTraining: true,
    EnableNetworkIsolation: false,
    HyperParameters: { depth: '6', verbose: 'true', rate: '0.1' },
  });
});

test.each(['2030-01-01T00:00:00Z', '1893456000', 1893456000])('a time gets its type back: %p', (time) => {
  expect(reviveRequest(ListTrainingJobsRequest$, { CreationTimeAfter: time })).toEqual({
    CreationTimeAfter: new Date('2030-01-01T00:00:00Z'),
  });
});

test('what has its type already keeps it', () => {
  const request = { StoppingCondition: { MaxRuntimeInSeconds: 900 } };

  expect(revive(request)).toEqual(request);
  expect(reviveRequest(CreateTrainingJobRequest$, { EnableNetworkIsolation: true })).toEqual({
    EnableNetworkIsolation: true,
  });
});

test.each(['900', '-1', '1.5', '1e3'])('%s is a number', (text) => {
  expect(revive({ StoppingCondition: { MaxRuntimeInSeconds: text } })).toEqual({
    StoppingCondition: { MaxRuntimeInSeconds: Number(text) },
  });
});

describe('fails, naming the member,', () => {
  test.each<[string, { [member: string]: unknown }, string]>([
    [
      'when the API knows no such member',
      { InputConfig: { Framewrk: 'XGBOOST' } },
      'Request.InputConfig.Framewrk is no member of the API request: allowed are S3Uri, Framework, DataInputConfig, FrameworkVersion',
    ],
    [
      'when a member is called as something that every object has',
      { StoppingCondition: { constructor: '1' } },
      'Request.StoppingCondition.constructor is no member of the API request: allowed are MaxRuntimeInSeconds, MaxWaitTimeInSeconds, MaxPendingTimeInSeconds',
    ],
    [
      'when a number is none',
      { StoppingCondition: { MaxRuntimeInSeconds: 'soon' } },
      'Request.StoppingCondition.MaxRuntimeInSeconds must be a number, got "soon"',
    ],
    [
      'when a number is empty',
      { StoppingCondition: { MaxRuntimeInSeconds: '' } },
      'Request.StoppingCondition.MaxRuntimeInSeconds must be a number, got ""',
    ],
    ['when an object is a text', { InputConfig: 'x' }, 'Request.InputConfig must be an object, got "x"'],
    ['when an object is a list', { InputConfig: ['x'] }, 'Request.InputConfig must be an object, got ["x"]'],
    ['when an object is null', { InputConfig: null }, 'Request.InputConfig must be an object, got null'],
    ['when a list is none', { Tags: { Key: 'a' } }, 'Request.Tags must be a list, got {"Key":"a"}'],
    ['when a text is an object', { RoleArn: { Ref: 'Role' } }, 'Request.RoleArn must be a string, got {"Ref":"Role"}'],
    [
      'in a list too',
      { Tags: [{ Key: 'a', Value: 'b' }, { Name: 'c' }] },
      'Request.Tags[1].Name is no member of the API request: allowed are Key, Value',
    ],
  ])('%s', (_, request, message) => {
    expect(() => revive(request)).toThrow(new InvalidRequest(message));
  });

  test('when a boolean is none', () => {
    expect(() => reviveRequest(CreateTrainingJobRequest$, { EnableNetworkIsolation: 'yes' })).toThrow(
      "Request.EnableNetworkIsolation must be 'true' or 'false', got \"yes\"",
    );
  });

  test('when a time is none', () => {
    expect(() => reviveRequest(ListTrainingJobsRequest$, { CreationTimeAfter: 'soon' })).toThrow(
      'Request.CreationTimeAfter must be a time (ISO 8601, or seconds since 1970), got "soon"',
    );
  });

  test('when an item of a map is wrong', () => {
    expect(() => reviveRequest(CreateTrainingJobRequest$, { HyperParameters: { depth: ['6'] } })).toThrow(
      'Request.HyperParameters.depth must be a string, got ["6"]',
    );
  });
});
