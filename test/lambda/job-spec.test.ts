import { SageMakerClient } from '@aws-sdk/client-sagemaker';
import { arnOf, Clock, FakeJobKind } from './fake-job-kind';
import { createEvent, deleteEvent, jobProperties, updateEvent } from './job-events';
import type { Job } from '../../lambda/job-kind';
import { isNameOf, isOwn, jobsOf, nameInArn, previousSpecOf, specOf, tagsFor } from '../../lambda/job-spec';
import { compilationJobs } from '../../lambda/kinds/compilation-job';
import type { JobEvent } from '../../lambda/tick';
import type { JobProperties } from '../../src/contract';

let kind: FakeJobKind;

beforeEach(() => {
  kind = new FakeJobKind(new Clock());
});

const specFor = (properties: Partial<JobProperties> = {}, event: JobEvent = createEvent()) =>
  specOf(kind, event, jobProperties(properties));
const keyOf = (properties: Partial<JobProperties> = {}, event?: JobEvent) => specFor(properties, event).key;

describe('the key of a spec', () => {
  test('is a hash that stays the same from release to release', () => {
    expect(keyOf()).toBe('35aa6eb423f8');
  });

  test.each<[string, Partial<JobProperties>]>([
    ['the order of members', { Request: { Tags: { team: 'vision' }, Model: 's3://models/1.tar.gz' } }],
    ['the tags', { Request: { Model: 's3://models/1.tar.gz', Tags: { team: 'audio' } } }],
    ['having tags', { Request: { Model: 's3://models/1.tar.gz' } }],
    ['waiting', { WaitForCompletion: 'false' }],
    ['the budget', { WaitSeconds: '60' }],
    ['the prefix', { NamePrefix: 'Other' }],
    ['the state machine', { StateMachineArn: 'arn:aws:states:eu-west-1:111122223333:stateMachine:Other' }],
    ['an empty rerun key', { RerunKey: '' }],
  ])('does not depend on %s', (_, properties) => {
    expect(keyOf(properties)).toBe(keyOf());
  });

  test.each<[string, Partial<JobProperties>]>([
    ['the request', { Request: { Model: 's3://models/2.tar.gz' } }],
    ['the kind', { Kind: 'Other' }],
    ['the rerun key', { RerunKey: '1' }],
    ['the chosen name', { JobName: 'shop-model' }],
  ])('depends on %s', (_, properties) => {
    expect(keyOf(properties)).not.toBe(keyOf());
  });

  test('depends on the stack and the logical id', () => {
    expect(keyOf({}, createEvent({}, { StackId: 'arn:aws:cloudformation:::stack/Other/1' }))).not.toBe(keyOf());
    expect(keyOf({}, createEvent({}, { LogicalResourceId: 'Other' }))).not.toBe(keyOf());
  });

  test('does not depend on the request of CloudFormation', () => {
    expect(keyOf({}, deleteEvent('arn:x'))).toBe(keyOf());
    expect(keyOf({}, createEvent({}, { RequestId: 'other', ResponseURL: 'https://other' }))).toBe(keyOf());
  });

  test('does not depend on the order of members at any depth, but on the order of lists', () => {
    const nested = (Request: JobProperties['Request']) => keyOf({ Request });

    expect(nested({ A: [{ x: 1, y: { p: 1, q: 2 } }] })).toBe(nested({ A: [{ y: { q: 2, p: 1 }, x: 1 }] }));
    expect(nested({ A: [1, 2] })).not.toBe(nested({ A: [2, 1] }));
  });

  test('is the same for a member of the request and for one that is newer than the library, which may learn of it', () => {
    const Request = { Model: 's3://models/1.tar.gz', Output: { Path: 's3://a', Newer: [{ b: 1, a: true }] }, Other: 5 };
    const known = { Model: 's3://models/1.tar.gz', Output: { Path: 's3://a' } };
    const NewerMembers = JSON.stringify({ Other: 5, Output: { Newer: [{ a: true, b: 1 }] } });

    expect(keyOf({ Request: known, NewerMembers })).toBe(keyOf({ Request }));
    expect(keyOf({ Request: known, NewerMembers: '{"Other":6}' })).not.toBe(keyOf({ Request: known }));
    expect(keyOf({ Request: known, NewerMembers: '{"Other":"5"}' })).not.toBe(
      keyOf({ Request: known, NewerMembers: '{"Other":5}' }),
    );
  });

  test('is that of the types that the service takes, however a language writes them', () => {
    const real = compilationJobs(new SageMakerClient({ region: 'eu-west-1' }));
    const realKeyOf = (Request: JobProperties['Request']) =>
      specOf(real, createEvent(), jobProperties({ Request })).key;
    const request = (seconds: unknown, uri: unknown) => ({
      StoppingCondition: { MaxRuntimeInSeconds: seconds },
      InputConfig: { S3Uri: uri, FrameworkVersion: '1.0' },
    });

    expect(realKeyOf(request('900', 's3://a'))).toBe(realKeyOf(request(900, 's3://a')));
    expect(realKeyOf(request('900.0', 5))).toBe(realKeyOf(request(9e2, '5')));
    expect(realKeyOf(request('901', 's3://a'))).not.toBe(realKeyOf(request(900, 's3://a')));
  });

  test('is not mistaken where one part ends as the next begins', () => {
    expect(keyOf({ JobName: 'a', RerunKey: 'b' })).not.toBe(keyOf({ JobName: 'ab' }));
  });
});

test('the request of a spec has the members that are newer than the library', () => {
  const { request, tags } = specFor({ NewerMembers: '{"Newer":{"a":[1,"1",true]}}' });

  expect(request).toEqual({ Model: 's3://models/1.tar.gz', Newer: { a: [1, '1', true] } });
  expect(tags).toEqual({ team: 'vision' });
});

test('fails with newer members that cannot be read', () => {
  expect(() => specFor({ NewerMembers: '[' })).toThrow("NewerMembers must be an object as JSON, got '['");
});

describe('the names of a spec', () => {
  test('are the prefix, the key, and the number of a later attempt', () => {
    const { nameOf } = specFor();

    expect([1, 2, 99].map(nameOf)).toEqual([
      'Shop--Compile--35aa6eb423f8',
      'Shop--Compile--35aa6eb423f8-2',
      'Shop--Compile--35aa6eb423f8-99',
    ]);
  });

  test('are the one name that the user chose', () => {
    expect([1, 2].map(specFor({ JobName: 'shop-model' }).nameOf)).toEqual(['shop-model', 'shop-model']);
  });
});

describe('the token of an attempt', () => {
  test('is the key, and the number of a later attempt: it fits where the name does not', () => {
    const { nameOf, tokenOf } = specFor({ NamePrefix: 'Shop--Classify-reviews' });

    expect([1, 2, 99].map(nameOf).map(tokenOf)).toEqual(['35aa6eb423f8', '35aa6eb423f8-2', '35aa6eb423f8-99']);
  });

  test('is the key where the user chose the name', () => {
    const { key, tokenOf } = specFor({ JobName: 'shop-model' });

    expect(tokenOf('shop-model')).toBe(key);
  });
});

describe('the previous spec', () => {
  test('is that of the old properties of an Update', () => {
    const event = updateEvent('arn:x', { RerunKey: '1' }, { RerunKey: '2' });

    expect(previousSpecOf(kind, event)?.key).toBe(keyOf({ RerunKey: '1' }));
  });

  test('is none for a Create and a Delete, and where the old properties cannot be read', () => {
    expect(previousSpecOf(kind, createEvent())).toBeUndefined();
    expect(previousSpecOf(kind, deleteEvent('arn:x'))).toBeUndefined();
    expect(previousSpecOf(kind, updateEvent('arn:x', { Request: { Wrong: 1 } }, {}))).toBeUndefined();
  });
});

describe('the tags of a job', () => {
  test('are those of the request', () => {
    expect(tagsFor(specFor())).toEqual({ team: 'vision' });
  });

  test('say the key of the spec where the name does not', () => {
    const spec = specFor({ JobName: 'shop-model' });

    expect(tagsFor(spec)).toEqual({ team: 'vision', 'cdk-ml-jobs:spec': spec.key });
  });
});

describe('whether a job is its own', () => {
  const job = (name: string) => ({ name, arn: arnOf(name) }) as Job;

  test.each([
    ['Shop--Compile--35aa6eb423f8', true],
    ['Shop--Compile--35aa6eb423f8-12', true],
    ['Other-prefix-35aa6eb423f8', true],
    ['Shop--Compile--35aa6eb423f80', false],
    ['Shop--Compile--35aa6eb423f8-x', false],
    ['Shop--Compile-0123456789ab', false],
    ['35aa6eb423f8', false],
  ])('is told by a generated name: %s', async (name, own) => {
    expect(await isOwn(kind, specFor(), job(name))).toBe(own);
    expect(kind.calls).toEqual([]);
  });

  test('is told by the tag where the user chose the name', async () => {
    const spec = specFor({ JobName: 'shop-model' });
    kind.add('shop-model', {}, { 'cdk-ml-jobs:spec': spec.key });
    kind.add('other', {}, { 'cdk-ml-jobs:spec': spec.key });

    expect(await isOwn(kind, spec, job('shop-model'))).toBe(true);
    expect(await isOwn(kind, spec, job('other'))).toBe(false);
    kind.add('shop-model');
    expect(await isOwn(kind, spec, job('shop-model'))).toBe(false);
  });
});

describe('the name in an ARN', () => {
  const prefix = 'arn:aws:sagemaker:eu-west-1:111122223333:training-job/';

  test.each([1, 2, 99])('is that of the attempt, as the spec writes it (%i)', (attempt) => {
    const spec = specFor();
    const name = spec.nameOf(attempt);

    expect(nameInArn(spec, prefix + name)).toBe(name);
    expect(nameInArn(spec, prefix + name.toLowerCase())).toBe(name);
  });

  test('is the one that the user chose', () => {
    expect(nameInArn(specFor({ JobName: 'Shop-Model-2' }), `${prefix}shop-model-2`)).toBe('Shop-Model-2');
  });

  test.each(['a1b2c3d4e5f6', 'another-shop--compile--35aa6eb423f8', 'shop--compile--0123456789ab'])(
    'is none where the ARN ends in another: %s',
    (end) => {
      expect(nameInArn(specFor(), prefix + end)).toBeUndefined();
    },
  );
});

describe('whether a name is one of a spec', () => {
  test.each([
    ['Shop--Compile--35aa6eb423f8', true],
    ['Shop--Compile--35aa6eb423f8-12', true],
    ['Other--prefix--35aa6eb423f8', true],
    ['Shop--Compile--0123456789ab', false],
    ['Shop-Compile-1ABCDEF', false],
    ['cdk-ml-jobs:not-started', false],
  ])('is told by its key: %s', (name, isName) => {
    expect(isNameOf(specFor(), name)).toBe(isName);
  });

  test('is whether it is the one that the user chose', () => {
    const spec = specFor({ JobName: 'shop-model' });

    expect(isNameOf(spec, 'shop-model')).toBe(true);
    expect(isNameOf(spec, `shop-model--${spec.key}`)).toBe(false);
  });
});

describe('the jobs of a spec', () => {
  const namesOf = async (properties: Partial<JobProperties>) => {
    const names = [];
    for await (const { name } of jobsOf(kind, specFor(properties))) names.push(name);
    return names;
  };

  test('are its attempts, up to the first that is missing', async () => {
    const { nameOf } = specFor();
    for (const attempt of [1, 2, 4]) kind.add(nameOf(attempt));

    expect(await namesOf({})).toEqual([nameOf(1), nameOf(2)]);
  });

  test('are one where the user chose the name, and none where it is not its own', async () => {
    const named = { JobName: 'shop-model' };
    kind.add('shop-model', {}, { 'cdk-ml-jobs:spec': keyOf(named) });
    expect(await namesOf(named)).toEqual(['shop-model']);

    kind.add('shop-model');
    expect(await namesOf(named)).toEqual([]);
  });
});
