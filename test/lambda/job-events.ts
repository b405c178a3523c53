import type { JobEvent, ReferenceEvent, ResultEvent } from '../../lambda/tick';
import { conditionsFor, type JobProperties, type ReferenceProperties, type ResultProperties } from '../../src/contract';

export const STACK_ID = 'arn:aws:cloudformation:eu-west-1:111122223333:stack/Shop/5e9d';
export const RESPONSE_URL = 'https://responses.example.com/answer?signature=SECRET';
export const STATE_MACHINE_ARN = 'arn:aws:states:eu-west-1:111122223333:stateMachine:Jobs';

const BASE = {
  StackId: STACK_ID,
  LogicalResourceId: 'Compile',
  ResourceType: 'Custom::FakeJob',
  RequestId: '6f1c2a',
  ResponseURL: RESPONSE_URL,
  ServiceToken: 'arn:aws:lambda:eu-west-1:111122223333:function:Handler',
};

/** The properties of a job's custom resource. */
export function jobProperties(properties: Partial<JobProperties> = {}): JobProperties & { ServiceToken: string } {
  return {
    ServiceToken: BASE.ServiceToken,
    Kind: 'Fake',
    NamePrefix: 'Shop--Compile',
    Request: { Model: 's3://models/1.tar.gz', Tags: { team: 'vision' } },
    StateMachineArn: STATE_MACHINE_ARN,
    WaitForCompletion: 'true',
    WaitSeconds: '1500',
    ...properties,
  };
}

export function createEvent(properties: Partial<JobProperties> = {}, base: Partial<typeof BASE> = {}): JobEvent {
  return { ...BASE, ...base, RequestType: 'Create', ResourceProperties: jobProperties(properties) };
}

export function updateEvent(id: string, from: Partial<JobProperties>, to: Partial<JobProperties>): JobEvent {
  return {
    ...BASE,
    RequestType: 'Update',
    PhysicalResourceId: id,
    ResourceProperties: jobProperties(to),
    OldResourceProperties: jobProperties(from),
  };
}

export function deleteEvent(id: string, properties: Partial<JobProperties> = {}): JobEvent {
  return { ...BASE, RequestType: 'Delete', PhysicalResourceId: id, ResourceProperties: jobProperties(properties) };
}

/** What a job has among its properties that is waited for so long that wait conditions follow on its resource. */
export function longWait(hours: number): Pick<JobProperties, 'WaitSeconds' | 'WaitConditions'> {
  const seconds = hours * 3600;
  const WaitConditions = Array.from({ length: conditionsFor(seconds) }, (_, index) => `Condition${index + 1}`);
  return { WaitSeconds: String(seconds), WaitConditions };
}

const RESULT = { ...BASE, LogicalResourceId: 'Result', ResourceType: 'Custom::FakeJobResult', RequestId: '9b7d40' };

/** The request for the resource that has the results of a job which wait conditions have waited for. */
export function resultEvent(
  properties: Partial<ResultProperties> = {},
  RequestType: ResultEvent['RequestType'] = 'Create',
  base: Partial<typeof BASE> = {},
): ResultEvent {
  const ResourceProperties = {
    ServiceToken: BASE.ServiceToken,
    Kind: 'Fake',
    Job: 'arn:aws:fake:eu-west-1:111122223333:job/compile-1',
    Name: 'compile-1',
    Deadline: '2030-01-02T06:00:00.000Z',
    Setback: '',
    LastCondition: 'Condition3',
    StateMachineArn: STATE_MACHINE_ARN,
    ...properties,
  };
  const event = { ...RESULT, ...base, ResourceProperties };
  if (RequestType === 'Create') return { ...event, RequestType };
  const PhysicalResourceId = event.LogicalResourceId;
  if (RequestType === 'Delete') return { ...event, RequestType, PhysicalResourceId };
  return { ...event, RequestType, PhysicalResourceId, OldResourceProperties: {} };
}

const REFERENCE = {
  ...BASE,
  LogicalResourceId: 'Reference',
  ResourceType: 'Custom::FakeJobReference',
  RequestId: 'c40e55',
};

/** The request for a reference. */
export function referenceEvent(
  properties: Partial<ReferenceProperties> = {},
  RequestType: ReferenceEvent['RequestType'] = 'Create',
): ReferenceEvent {
  const ResourceProperties = {
    ServiceToken: BASE.ServiceToken,
    Kind: 'Fake',
    ReferencedJob: 'arn:aws:fake:eu-west-1:111122223333:job/theirs',
    StateMachineArn: STATE_MACHINE_ARN,
    ...properties,
  };
  const event = { ...REFERENCE, ResourceProperties };
  if (RequestType === 'Create') return { ...event, RequestType };
  const PhysicalResourceId = event.LogicalResourceId;
  if (RequestType === 'Delete') return { ...event, RequestType, PhysicalResourceId };
  return { ...event, RequestType, PhysicalResourceId, OldResourceProperties: {} };
}
