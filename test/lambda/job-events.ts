import type { JobEvent } from '../../lambda/tick';
import type { JobProperties } from '../../src/contract';

export const STACK_ID = 'arn:aws:cloudformation:eu-west-1:111122223333:stack/Shop/5e9d';
export const RESPONSE_URL = 'https://responses.example.com/answer?signature=SECRET';

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
    StateMachineArn: 'arn:aws:states:eu-west-1:111122223333:stateMachine:Jobs',
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
