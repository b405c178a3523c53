import type { JsonObject } from '../../../rehearsal/json-value';
import { Rehearsal, type RehearsalOptions, type RehearsalResult } from '../../../rehearsal/rehearsal';
import {
  ANSWERING_HANDLER,
  handlerResources,
  job,
  writeApp,
  writeAssembly,
  type FixtureStack,
} from '../fixture-assembly';

let rehearsal: Rehearsal;

function rehearse(options: RehearsalOptions = {}): Rehearsal {
  rehearsal = new Rehearsal({ startTime: Date.UTC(2026, 0, 1), ...options });
  return rehearsal;
}

afterEach(async () => rehearsal.close());

function app(resources: JsonObject, more: JsonObject = {}): string {
  return writeApp({ ...handlerResources(ANSWERING_HANDLER), ...resources }, more);
}

/** `Job CREATE_FAILED`, without the stack's own events. */
function history({ stacks }: RehearsalResult, stackName = 'App'): string[] {
  return stacks[stackName].events
    .filter(({ logicalId }) => logicalId !== stackName && logicalId !== 'Handler')
    .map(({ logicalId, status }) => `${logicalId} ${status}`);
}

function stackHistory({ stacks }: RehearsalResult): string[] {
  return stacks.App.events.filter(({ logicalId }) => logicalId === 'App').map(({ status }) => status);
}

function reasonOf({ stacks }: RehearsalResult, logicalId: string): string | undefined {
  return stacks.App.events.find((event) => event.logicalId === logicalId && event.reason !== undefined)?.reason;
}

interface Request {
  readonly RequestType: string;
  readonly RequestId: string;
  readonly PhysicalResourceId?: string;
  readonly ResourceProperties: JsonObject;
  readonly OldResourceProperties?: JsonObject;
  readonly ResponseURL: string;
  readonly StackId: string;
}

function requests(): Request[] {
  return rehearsal.invocations.map(({ event }) => event as unknown as Request);
}

describe('create', () => {
  test('asks the function, and hands its attributes on', async () => {
    const assembly = app(
      { Job: job({ Number: 5, Deep: { Flags: [true] }, Data: { Arn: 'arn:made' } }) },
      { Outputs: { Arn: { Value: { 'Fn::GetAtt': ['Job', 'Arn'] } }, Id: { Value: { Ref: 'Job' } } } },
    );
    const result = await rehearse().deploy(assembly);

    expect(result.ok).toBe(true);
    expect(result.stacks.App).toMatchObject({
      status: 'CREATE_COMPLETE',
      outputs: { Arn: 'arn:made', Id: 'id-Job' },
      resources: { Job: { physicalId: 'id-Job', type: 'Custom::SageMakerCompilationJob' } },
    });
    expect(result.stacks.App.id).toMatch(/^arn:aws:cloudformation:us-east-1:111122223333:stack\/App\/[0-9a-f-]{36}$/);
    const [request] = requests();
    expect(request).toMatchObject({
      RequestType: 'Create',
      LogicalResourceId: 'Job',
      ResourceType: 'Custom::SageMakerCompilationJob',
      ResourceProperties: { Number: '5', Deep: { Flags: ['true'] } },
    });
    expect(request.ResponseURL).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[0-9a-f-]{36}$/);
    expect(request).not.toHaveProperty('PhysicalResourceId');
    expect(rehearsal.invocations[0].log).toEqual(['received Create']);
  });

  test('begins independent resources at the same time, and dependent ones afterwards', async () => {
    const assembly = app({
      First: { Type: 'AWS::SNS::Topic' },
      Second: { Type: 'AWS::SNS::Topic' },
      Third: { Type: 'AWS::SNS::Topic', DependsOn: ['First'] },
    });
    expect(history(await rehearse().deploy(assembly))).toEqual([
      'First CREATE_IN_PROGRESS',
      'Second CREATE_IN_PROGRESS',
      'First CREATE_COMPLETE',
      'Third CREATE_IN_PROGRESS',
      'Second CREATE_COMPLETE',
      'Third CREATE_COMPLETE',
    ]);
  });

  test('a failure rolls back what was created, in reverse order, and deletes by the id of the FAILED answer', async () => {
    const assembly = app({
      Topic: { Type: 'AWS::SNS::Topic' },
      Job: job({ Fail: 'Create', Topic: { Ref: 'Topic' } }),
      After: { Type: 'AWS::SNS::Topic', DependsOn: 'Job' },
    });
    const result = await rehearse().deploy(assembly);

    expect(result.ok).toBe(false);
    expect(stackHistory(result)).toEqual(['CREATE_IN_PROGRESS', 'ROLLBACK_IN_PROGRESS', 'ROLLBACK_COMPLETE']);
    expect(history(result)).toEqual([
      'Topic CREATE_IN_PROGRESS',
      'Topic CREATE_COMPLETE',
      'Job CREATE_IN_PROGRESS',
      'Job CREATE_FAILED',
      'Job DELETE_IN_PROGRESS',
      'Job DELETE_COMPLETE',
      'Topic DELETE_IN_PROGRESS',
      'Topic DELETE_COMPLETE',
    ]);
    const { RequestId: requestId } = requests()[0];
    expect(reasonOf(result, 'Job')).toBe(
      `Received response status [FAILED] from custom resource. Message returned: the reason of Create (RequestId: ${requestId})`,
    );
    expect(result.stacks.App.events.find(({ status }) => status === 'ROLLBACK_IN_PROGRESS')?.reason).toBe(
      'The following resource(s) failed to create: [Job]. Rollback requested by user.',
    );
    expect(requests()[1]).toMatchObject({ RequestType: 'Delete', PhysicalResourceId: 'id-Job' });
  });

  test('a failure cancels what is in flight; its late answer is ignored', async () => {
    const assembly = app({ Slow: job({ Silent: 'Create' }), Bad: job({ Fail: 'Create' }) });
    const result = await rehearse().deploy(assembly);
    expect(reasonOf(result, 'Slow')).toBe('Resource creation cancelled');
    const deletion = requests().find(
      ({ RequestType: type, PhysicalResourceId: id }) => type === 'Delete' && id !== 'id-Bad',
    );
    expect(deletion?.PhysicalResourceId).toMatch(/^App-Slow-/);
    await fetch(requests()[0].ResponseURL, { method: 'PUT', headers: { 'content-type': '' }, body: '{}' });
    expect(rehearsal.answers.at(-1)?.ignored).toContain('cancelled');
  });

  test('waits for an answer no longer than ServiceTimeout', async () => {
    const result = await rehearse().deploy(app({ Job: job({ Silent: 'Create', ServiceTimeout: '600' }) }));
    expect(result.stacks.App.status).toBe('ROLLBACK_COMPLETE');
    expect(result.elapsedMs).toBeGreaterThan(600_000);
    expect(result.elapsedMs).toBeLessThan(700_000);
    expect(reasonOf(result, 'Job')).toContain(
      `CloudFormation did not receive a response from your Custom Resource. Please check your logs for requestId [${requests()[0].RequestId}].`,
    );
  });

  test('waits an hour where ServiceTimeout does not say', async () => {
    const result = await rehearse().deploy(app({ Job: job({ Silent: 'Create' }) }));
    expect(result.elapsedMs).toBeGreaterThan(3_600_000);
  });

  test('an answer of more than 4096 bytes fails the resource', async () => {
    const result = await rehearse().deploy(app({ Job: job({ Pad: 5000 }) }));
    expect(result.ok).toBe(false);
    expect(reasonOf(result, 'Job')).toBe('Response object is too long.');
  });

  test('an answer that does not belong to the request is ignored', async () => {
    const result = await rehearse().deploy(app({ Job: job({ Without: 'RequestId', ServiceTimeout: 60 }) }));
    expect(reasonOf(result, 'Job')).toContain('did not receive a response');
    expect(rehearsal.answers[0].ignored).toContain('its RequestId is undefined');
  });

  test('an attribute that the answer lacks fails what refers to it', async () => {
    const assembly = app({
      Job: job(),
      Model: { Type: 'AWS::SageMaker::Model', Properties: { Data: { 'Fn::GetAtt': ['Job', 'Missing'] } } },
    });
    const result = await rehearse().deploy(assembly);
    expect(result.stacks.App.status).toBe('ROLLBACK_COMPLETE');
    expect(reasonOf(result, 'Model')).toContain("Vendor response doesn't contain Missing attribute in object");
  });

  test('an output of an attribute that the answer lacks fails the stack', async () => {
    const outputs = { Outputs: { X: { Value: { 'Fn::GetAtt': ['Job', 'Missing'] } } } };
    const result = await rehearse().deploy(app({ Job: job() }, outputs));
    expect(result.stacks.App.status).toBe('ROLLBACK_COMPLETE');
  });

  test('a resource whose condition is false does not come up', async () => {
    const assembly = app(
      { Topic: { Type: 'AWS::SNS::Topic', Condition: 'Never' } },
      { Conditions: { Never: { 'Fn::Equals': ['a', 'b'] } } },
    );
    const { stacks } = await rehearse().deploy(assembly);
    expect(Object.keys(stacks.App.resources)).toEqual(['Handler']);
  });

  test('parameters have their defaults, or the given values', async () => {
    const assembly = app(
      { Job: job({ Name: { Ref: 'Name' }, List: { 'Fn::Join': ['+', { Ref: 'List' }] } }) },
      {
        Parameters: {
          Name: { Type: 'String', Default: 'default' },
          List: { Type: 'CommaDelimitedList', Default: 'a, b' },
        },
      },
    );
    await rehearse().deploy(assembly, { parameters: { Name: 'given' } });
    expect(requests()[0].ResourceProperties).toMatchObject({ Name: 'given', List: 'a+b' });
  });

  test('a parameter that has another value is an update, and keeps it in the next one', async () => {
    const assembly = app(
      { Job: job({ Id: { Ref: 'Name' } }) },
      { Parameters: { Name: { Type: 'String', Default: 'first' } } },
    );
    await rehearse().deploy(assembly);
    const { stacks } = await rehearsal.deploy(assembly, { parameters: { 'App:Name': 'second', 'Other:Name': 'x' } });
    expect(stacks.App).toMatchObject({ changed: true, status: 'UPDATE_COMPLETE' });
    expect(stacks.App.resources.Job.physicalId).toBe('second');
    expect((await rehearsal.deploy(assembly)).stacks.App.changed).toBe(false);
  });

  test('fails on a parameter without a value', async () => {
    const assembly = app({ Job: job() }, { Parameters: { Name: { Type: 'String' } } });
    await expect(rehearse().deploy(assembly)).rejects.toThrow('Stack App: parameter Name (String) needs a value');
  });

  test('a stack whose creation failed is deleted before it is created again', async () => {
    rehearse();
    await rehearsal.deploy(app({ Job: job({ Fail: 'Create' }) }));
    const second = await rehearsal.deploy(app({ Job: job() }));
    expect(second.stacks.App.status).toBe('CREATE_COMPLETE');
  });

  test('a stack that is being created can be deleted', async () => {
    const assembly = app({ Job: job({ Silent: 'Create' }) });
    rehearse();
    let destroyed: Promise<RehearsalResult> | undefined;
    rehearsal.at(100, () => (destroyed = rehearsal.destroy(assembly)));
    const result = await rehearsal.deploy(assembly);
    expect(result.ok).toBe(false);
    expect((await destroyed)?.ok).toBe(true);
    expect(requests().at(-1)).toMatchObject({ RequestType: 'Delete' });
  });
});

describe('update', () => {
  async function update(before: JsonObject, after: JsonObject): Promise<RehearsalResult> {
    rehearse();
    expect((await rehearsal.deploy(app(before))).ok).toBe(true);
    rehearsal.invocations.length = 0;
    return rehearsal.deploy(app(after));
  }

  test('sends nothing when the properties are the same', async () => {
    const result = await update({ Job: job({ A: 1 }) }, { Job: job({ A: '1' }), New: { Type: 'AWS::SNS::Topic' } });
    expect(result.stacks.App.status).toBe('UPDATE_COMPLETE');
    expect(requests()).toEqual([]);
  });

  test('an unchanged template is no update', async () => {
    const result = await update({ Job: job() }, { Job: job() });
    expect(result.stacks.App).toMatchObject({ changed: false, status: 'CREATE_COMPLETE', events: [] });
  });

  test('changes a job in place when its id stays', async () => {
    const result = await update({ Job: job({ A: 1 }) }, { Job: job({ A: 2 }) });
    expect(history(result)).toEqual(['Job UPDATE_IN_PROGRESS', 'Job UPDATE_COMPLETE']);
    expect(stackHistory(result)).toEqual([
      'UPDATE_IN_PROGRESS',
      'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS',
      'UPDATE_COMPLETE',
    ]);
    expect(requests()).toHaveLength(1);
    expect(requests()[0]).toMatchObject({
      RequestType: 'Update',
      PhysicalResourceId: 'id-Job',
      ResourceProperties: { A: '2' },
      OldResourceProperties: { A: '1' },
    });
  });

  test('a changed ServiceTimeout is an update, a changed dependency is none', async () => {
    const topic = { Topic: { Type: 'AWS::SNS::Topic' } };
    await update({ ...topic, Job: job({ ServiceTimeout: 60 }) }, { ...topic, Job: job({ ServiceTimeout: 61 }) });
    expect(requests()).toHaveLength(1);
    await rehearsal.close();
    await update({ ...topic, Job: job() }, { ...topic, Job: job({}, { DependsOn: 'Topic' }) });
    expect(requests()).toHaveLength(0);
  });

  test('a new id is a replacement: the old job is deleted in the clean-up', async () => {
    const result = await update({ Job: job({ Id: 'old' }) }, { Job: job({ Id: 'new' }) });
    expect(history(result)).toEqual([
      'Job UPDATE_IN_PROGRESS',
      'Job UPDATE_IN_PROGRESS',
      'Job UPDATE_COMPLETE',
      'Job DELETE_IN_PROGRESS',
      'Job DELETE_COMPLETE',
    ]);
    expect(requests()[1]).toMatchObject({
      RequestType: 'Delete',
      PhysicalResourceId: 'old',
      ResourceProperties: { Id: 'old' },
    });
    expect(result.stacks.App.resources.Job.physicalId).toBe('new');
  });

  test('the clean-up tries three times, then leaves the old job; the stack is updated all the same', async () => {
    const result = await update({ Job: job({ Id: 'old', Fail: 'Delete' }) }, { Job: job({ Id: 'new' }) });
    expect(result.stacks.App.status).toBe('UPDATE_COMPLETE');
    expect(requests().map(({ RequestType: type }) => type)).toEqual(['Update', 'Delete', 'Delete', 'Delete']);
    expect(history(result).slice(-2)).toEqual(['Job DELETE_IN_PROGRESS', 'Job DELETE_FAILED']);
  });

  test('a removed job is deleted in the clean-up, a new one is created', async () => {
    const result = await update({ Old: job() }, { New: job() });
    expect(history(result)).toEqual([
      'New CREATE_IN_PROGRESS',
      'New CREATE_COMPLETE',
      'Old DELETE_IN_PROGRESS',
      'Old DELETE_COMPLETE',
    ]);
    expect(Object.keys(result.stacks.App.resources)).toEqual(['Handler', 'New']);
  });

  test('a failed update is rolled back with old and new properties swapped', async () => {
    const result = await update(
      { Job: job({ A: 1 }) },
      { New: { Type: 'AWS::SNS::Topic' }, Job: job({ A: 2, Fail: 'Update' }, { DependsOn: 'New' }) },
    );
    expect(result.ok).toBe(false);
    expect(stackHistory(result)).toEqual([
      'UPDATE_IN_PROGRESS',
      'UPDATE_ROLLBACK_IN_PROGRESS',
      'UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS',
      'UPDATE_ROLLBACK_COMPLETE',
    ]);
    expect(history(result)).toEqual([
      'New CREATE_IN_PROGRESS',
      'New CREATE_COMPLETE',
      'Job UPDATE_IN_PROGRESS',
      'Job UPDATE_FAILED',
      'Job UPDATE_IN_PROGRESS',
      'Job UPDATE_COMPLETE',
      'New DELETE_IN_PROGRESS',
      'New DELETE_COMPLETE',
    ]);
    expect(requests()[1]).toMatchObject({
      RequestType: 'Update',
      PhysicalResourceId: 'id-Job',
      ResourceProperties: { A: '1' },
      OldResourceProperties: { A: '2' },
    });
    expect(Object.keys(result.stacks.App.resources)).toEqual(['Handler', 'Job']);
  });

  test('a rollback deletes the new job of a replacement and keeps the old one', async () => {
    const result = await update(
      { Job: job({ Id: 'old' }), Last: job({ A: 1 }) },
      { Job: job({ Id: 'new' }), Last: job({ A: 2, Fail: 'Update' }, { DependsOn: 'Job' }) },
    );
    expect(result.stacks.App.status).toBe('UPDATE_ROLLBACK_COMPLETE');
    expect(result.stacks.App.resources.Job.physicalId).toBe('old');
    expect(requests().filter(({ RequestType: type }) => type === 'Delete')).toMatchObject([
      { PhysicalResourceId: 'new' },
    ]);
  });

  test('a rollback that fails leaves the stack in UPDATE_ROLLBACK_FAILED, and nobody can update it', async () => {
    const before = { Job: job({ A: 1, Fail: 'Update' }) };
    const result = await update(before, { Job: job({ A: 2, Fail: 'Update' }) });
    expect(result.stacks.App.status).toBe('UPDATE_ROLLBACK_FAILED');
    await expect(rehearsal.deploy(app({ Job: job({ A: 3 }) }))).rejects.toThrow(
      /is in UPDATE_ROLLBACK_FAILED state and can not be updated/,
    );
  });

  test('an update that is cancelled is rolled back', async () => {
    rehearse();
    await rehearsal.deploy(app({ Job: job({ A: 1 }) }));
    rehearsal.at(rehearsal.elapsedMs / 1000 + 100, () => rehearsal.cancelUpdate('App'));
    const result = await rehearsal.deploy(app({ Job: job({ A: 2, Silent: 'Update' }) }));
    expect(result.stacks.App.status).toBe('UPDATE_ROLLBACK_COMPLETE');
    expect(reasonOf(result, 'Job')).toBe('Resource update cancelled');
  });

  test('fails when the service token changes', async () => {
    const second = { Second: handlerResources(ANSWERING_HANDLER).Handler };
    const token = { 'Fn::GetAtt': ['Second', 'Arn'] };
    const result = await update({ ...second, Job: job() }, { ...second, Job: job({ ServiceToken: token }) });
    expect(reasonOf(result, 'Job')).toBe('Modifying service token is not allowed.');
  });

  test('fails when the type of a resource changes', async () => {
    const change = update({ Job: job() }, { Job: { Type: 'AWS::SNS::Topic' } });
    await expect(change).rejects.toThrow('modifies resource type of the following resources: [Job]');
  });

  test('a changed model is replaced', async () => {
    const model = (name: string): JsonObject => ({
      Model: { Type: 'AWS::SageMaker::Model', Properties: { Data: name } },
    });
    const result = await update(model('a'), model('b'));
    expect(history(result).slice(-2)).toEqual(['Model DELETE_IN_PROGRESS', 'Model DELETE_COMPLETE']);
  });
});

describe('delete', () => {
  test('deletes what depends on others first', async () => {
    const assembly = app({ Topic: { Type: 'AWS::SNS::Topic' }, Job: job({ Topic: { Ref: 'Topic' } }) });
    rehearse();
    await rehearsal.deploy(assembly);
    const result = await rehearsal.destroy(assembly);
    expect(result.ok).toBe(true);
    expect(history(result)).toEqual([
      'Job DELETE_IN_PROGRESS',
      'Job DELETE_COMPLETE',
      'Topic DELETE_IN_PROGRESS',
      'Topic DELETE_COMPLETE',
    ]);
    expect(requests().at(-1)).toMatchObject({ RequestType: 'Delete', PhysicalResourceId: 'id-Job' });
  });

  test('keeps what is retained', async () => {
    const assembly = app({ Topic: { Type: 'AWS::SNS::Topic', DeletionPolicy: 'Retain' } });
    rehearse();
    await rehearsal.deploy(assembly);
    expect(history(await rehearsal.destroy(assembly))).toEqual(['Topic DELETE_SKIPPED']);
  });

  test('a job that cannot be deleted fails the deletion, and what it needs stays', async () => {
    const assembly = app({ Job: job({ Fail: 'Delete' }) });
    rehearse();
    await rehearsal.deploy(assembly);
    const result = await rehearsal.destroy(assembly);
    expect(result.ok).toBe(false);
    expect(result.stacks.App.status).toBe('DELETE_FAILED');
    expect(Object.keys(result.stacks.App.resources)).toEqual(['Handler', 'Job']);
  });
});

describe('several stacks', () => {
  const resources = { ...handlerResources(ANSWERING_HANDLER), Job: job({ Data: { Arn: 'arn:made' } }) };
  const exporter = {
    Resources: resources,
    Outputs: {
      Arn: { Value: { 'Fn::GetAtt': ['Job', 'Arn'] }, Export: { Name: { 'Fn::Sub': '${AWS::StackName}:Arn' } } },
    },
  };
  const importer = {
    Resources: { Topic: { Type: 'AWS::SNS::Topic', Properties: { Name: { 'Fn::ImportValue': 'Jobs:Arn' } } } },
  };

  test('are deployed after those that they depend on, and import their exports', async () => {
    const assembly = writeAssembly({
      Hosting: { template: importer, dependencies: ['Jobs'] },
      Jobs: { template: exporter },
    });
    const result = await rehearse().deploy(assembly);
    expect(Object.keys(result.stacks)).toEqual(['Jobs', 'Hosting']);
    expect(result.stacks.Hosting.resources.Topic.properties).toEqual({ Name: 'arn:made' });
    expect(Object.keys((await rehearsal.destroy(assembly)).stacks)).toEqual(['Hosting', 'Jobs']);
  });

  test('fails on an export that nobody makes', async () => {
    const result = await rehearse().deploy(writeAssembly({ App: { template: importer } }));
    expect(reasonOf(result, 'Topic')).toBe(
      'No export named Jobs:Arn found. (The rehearsal knows those of its own stacks only: read another from a parameter, and say it with --parameter.)',
    );
  });

  test('deploys only the named stacks and what they depend on', async () => {
    const topic = { Resources: { Topic: { Type: 'AWS::SNS::Topic' } } };
    const assembly = writeAssembly({
      A: { template: topic },
      B: { template: topic, dependencies: ['A'] },
      C: { template: topic },
    });
    expect(Object.keys((await rehearse().deploy(assembly, { stacks: ['B'] })).stacks)).toEqual(['A', 'B']);
    await expect(rehearsal.deploy(assembly, { stacks: ['D'] })).rejects.toThrow(
      'No stack is named D. The assembly has: A, B, C.',
    );
  });
});

describe('stacks of one name', () => {
  const template = { Resources: { Topic: { Type: 'AWS::SNS::Topic' } } };
  const environments = ['111122223333/us-east-1', '111122223333/eu-west-1', '444455556666/us-east-1'];

  test('are different stacks in another account or Region, and have the paths of their constructs', async () => {
    const stacks = environments.map((environment, index) => [
      `Stack${index}`,
      { template, environment, displayName: `Stack${index} (ml)`, stackName: 'ml' },
    ]);
    const assembly = writeAssembly(Object.fromEntries(stacks) as Parameters<typeof writeAssembly>[0]);
    const result = await rehearse().deploy(assembly);
    expect(Object.entries(result.stacks).map(([name, { id, status }]) => [name, id.split('/')[0], status])).toEqual(
      environments.map((environment, index) => {
        const [account, region] = environment.split('/');
        return [`Stack${index}`, `arn:aws:cloudformation:${region}:${account}:stack`, 'CREATE_COMPLETE'];
      }),
    );
    expect((await rehearsal.destroy(assembly)).ok).toBe(true);
  });
});

describe('policies', () => {
  const model = (name: string, more: JsonObject): JsonObject => ({
    Model: { Type: 'AWS::SageMaker::Model', Properties: { Data: name }, ...more },
  });

  test('a DeletionPolicy does not keep what is replaced', async () => {
    rehearse();
    await rehearsal.deploy(app(model('a', { DeletionPolicy: 'Retain' })));
    const result = await rehearsal.deploy(app(model('b', { DeletionPolicy: 'Retain' })));
    expect(history(result).slice(-1)).toEqual(['Model DELETE_COMPLETE']);
  });

  test('RetainExceptOnCreate keeps a resource unless its creation is rolled back', async () => {
    const kept = model('a', { DeletionPolicy: 'RetainExceptOnCreate' });
    rehearse();
    const failed = await rehearsal.deploy(app({ ...kept, Job: job({ Fail: 'Create' }, { DependsOn: 'Model' }) }));
    expect(history(failed).slice(-1)).toEqual(['Model DELETE_COMPLETE']);
    await rehearsal.deploy(app(kept));
    expect(history(await rehearsal.destroy(app(kept)))).toEqual(['Model DELETE_SKIPPED']);
  });
});

describe('exports', () => {
  const exporter = (value?: string, name = 'shared'): FixtureStack => ({
    template: {
      Resources: {},
      ...(value !== undefined && { Outputs: { Value: { Value: value, Export: { Name: name } } } }),
    },
  });
  const importer = {
    template: {
      Resources: { Topic: { Type: 'AWS::SNS::Topic', Properties: { Name: { 'Fn::ImportValue': 'shared' } } } },
    },
    dependencies: ['A'],
  };
  const stackReason = ({ stacks }: RehearsalResult, name: string): string | undefined =>
    stacks[name].events.find(({ status, reason }) => /ROLLBACK|COMPLETE/.test(status) && reason !== undefined)?.reason;

  test.each([
    ['update', 'second'],
    ['delete', undefined],
  ])('fails to %s one that is in use', async (verb, value) => {
    rehearse();
    await rehearsal.deploy(writeAssembly({ A: exporter('first'), B: importer }));
    const result = await rehearsal.deploy(writeAssembly({ A: exporter(value), B: importer }));
    expect(result.stacks.A.status).toBe('UPDATE_ROLLBACK_COMPLETE');
    expect(stackReason(result, 'A')).toBe(`Cannot ${verb} export shared as it is in use by B.`);
  });

  test('a stack whose exports are in use is not deleted; it is once they are no longer', async () => {
    const both = writeAssembly({ A: exporter('first'), B: importer });
    rehearse();
    await rehearsal.deploy(both);
    const alone = writeAssembly({ A: exporter('first') });
    const result = await rehearsal.destroy(alone);
    expect(result.ok).toBe(false);
    expect(stackReason(result, 'A')).toBe('Delete canceled. Cannot delete export shared as it is in use by B.');
    expect((await rehearsal.destroy(both)).ok).toBe(true);
  });

  test('fails when two stacks export the same name', async () => {
    const result = await rehearse().deploy(writeAssembly({ A: exporter('first'), B: exporter('second') }));
    expect(result.stacks.B.status).toBe('ROLLBACK_COMPLETE');
    expect(stackReason(result, 'B')).toContain('Export with name shared is already exported by stack A.');
  });
});
