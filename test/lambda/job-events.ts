import type { JobEvent, ReferenceEvent, WatchEvent } from '../../lambda/tick';
import type { JobProperties, ReferenceProperties, WatchProperties } from '../../src/contract';

export const STACK_ID = 'arn:aws:cloudformation:eu-west-1:111122223333:stack/Shop/5e9d';
export const RESPONSE_URL = 'https://responses.example.com/answer?signature=SECRET';
export const WAIT_HANDLE = 'https://handles.example.com/signal?signature=SECRET';
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

const WATCH = { ...BASE, LogicalResourceId: 'Watch', ResourceType: 'Custom::FakeJobWatch', RequestId: '9b7d40' };

/** The request for a watch. One without a handle waits itself. */
export function watchEvent(
  properties: Partial<WatchProperties> = {},
  RequestType: WatchEvent['RequestType'] = 'Create',
  base: Partial<typeof BASE> = {},
): WatchEvent {
  const ResourceProperties = {
    ServiceToken: BASE.ServiceToken,
    Kind: 'Fake',
    Job: 'arn:aws:fake:eu-west-1:111122223333:job/compile-1',
    Execution: 'Compile-0f1e2d3c-Create-0123456789abcdef',
    Deadline: '2030-01-02T06:00:00.000Z',
    StateMachineArn: STATE_MACHINE_ARN,
    WaitHandle: WAIT_HANDLE,
    ...properties,
  };
  const event = { ...WATCH, ...base, ResourceProperties };
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
