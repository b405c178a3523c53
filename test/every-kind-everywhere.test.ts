import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BedrockClient } from '@aws-sdk/client-bedrock';
import { BedrockAgentClient } from '@aws-sdk/client-bedrock-agent';
import { SageMakerClient } from '@aws-sdk/client-sagemaker';
import { App, CfnResource, Stack } from 'aws-cdk-lib';
import { NO_OBJECTS } from './lambda/stored-objects';
import { bedrockService } from './rehearsal/fixture-batch';
import { SageMakerFixture } from './rehearsal/fixture-sagemaker';
import { everyJob } from './security/every-job';
import { JOB_DEFINITIONS } from '../scripts/constraint-check/job-definitions';
import { TESTED_KINDS } from './src/validation/tested-kinds';
import { jobKinds } from '../lambda/kinds/job-kinds';
import { kindPage } from '../scripts/documentation/kind-page';
import { MODELLED_SERVICES, operationsOf } from '../scripts/service-models/modelled-operations';
import { WORDINGS } from '../simulation/aws/job-wording';
import { jobProperties } from '../simulation/scenarios/sample-jobs';
import { KINDS, scenariosOf } from '../simulation/scenarios/scenarios';
import * as library from '../src';
import { JOB_FACTS, JOB_KIND_KEYS } from '../src/contract';
import { operationModel } from '../src/validation/service-model/operation-model';
import { ALL_KINDS } from '../unconfirmed/unconfirmed-fact';

const page = (...path: string[]) => readFileSync(join(__dirname, '..', ...path), 'utf8');
const clients = {
  bedrock: new BedrockClient({}),
  bedrockAgent: new BedrockAgentClient({}),
  sagemaker: new SageMakerClient({}),
};

const sorted = (kinds: readonly string[]) => [...kinds].sort();

describe('the list of kinds', () => {
  test('is the one that the tables of the services were written for', () => {
    expect(sorted(MODELLED_SERVICES.flatMap(({ kinds }) => kinds))).toEqual(JOB_KIND_KEYS);
  });

  test('is that of the jobs whose rights are written down', () => {
    const stack = new Stack(new App(), 'Stack');
    everyJob(stack);
    const types = stack.node
      .findAll()
      .flatMap((each) => (CfnResource.isCfnResource(each) ? [each.cfnResourceType] : []));
    expect(types).toEqual(expect.arrayContaining(JOB_DEFINITIONS.map(({ resourceType }) => resourceType)));
  });

  test.each([
    ['the handler', Object.keys(jobKinds(clients, clients, NO_OBJECTS))],
    ['the definitions', JOB_DEFINITIONS.map(({ kind }) => kind)],
    ['the simulation', KINDS],
    ['the words of the simulated services', Object.keys(WORDINGS)],
    ['the unconfirmed facts', ALL_KINDS],
    ['the drawn jobs', Object.values(TESTED_KINDS).map(({ drawn }) => drawn.definition.kind)],
  ])('is that of %s', (_, kinds) => {
    expect(sorted(kinds)).toEqual(JOB_KIND_KEYS);
  });
});

describe.each(JOB_KIND_KEYS)('%s', (kind) => {
  const facts = JOB_FACTS[kind];
  const definition = JOB_DEFINITIONS.find((each) => each.kind === kind)!;
  const quota = `${kind[0].toLowerCase()}${kind.slice(1)}s`;

  test('has the requests of all its operations among the constraints', () => {
    const modelled = MODELLED_SERVICES.find(({ kinds }) => kinds.includes(kind))!;
    expect(operationsOf(modelled, [facts]).map((each) => operationModel(facts.service, each)?.operation)).toEqual(
      operationsOf(modelled, [facts]),
    );
  });

  test('is a construct with the interface and the lookup of one that was made elsewhere', () => {
    const construct = library[kind] as unknown as { readonly [name: string]: unknown };
    // one that has no ARN is known by the ids of all that it belongs in
    const lookup = `from${kind}${facts.place ? 'Attributes' : facts.arnHasName ? 'Name' : 'Arn'}`;
    expect(typeof construct[lookup]).toBe('function');
    expect(page('src', 'index.ts')).toMatch(new RegExp(`\\bI${kind}\\b`));
  });

  test('calls in the name of its handler what its model has, and nothing of another kind', () => {
    const { list, create, ...others } = facts.operations;
    // the service has no resource for the call that imports a model
    const isCreateScoped = kind !== 'ModelImportJob';
    const scoped = [...Object.values(others), ...(isCreateScoped ? [create] : [])];
    expect(definition.actions).toEqual(expect.arrayContaining(scoped));
    // what is done with jobs in a place, their list, too, is a matter of that
    const isListScoped = facts.place !== undefined;
    expect(definition.actions.includes(list!)).toBe(isListScoped);
    const unscoped = [...(isCreateScoped ? [] : [create]), ...(list === undefined || isListScoped ? [] : [list])];
    expect(definition.unscopedActions).toEqual(unscoped);
    const otherKinds = JOB_KIND_KEYS.filter((other) => other !== kind);
    expect(definition.actions.filter((action) => otherKinds.some((other) => action.endsWith(other)))).toEqual([]);
  });

  test('is emulated, with a quota', () => {
    if (facts.service === 'bedrock') {
      expect(Object.keys(bedrockService().operations)).toEqual(expect.arrayContaining(Object.values(facts.operations)));
      return;
    }
    const fixture = new SageMakerFixture({ quotas: { [quota]: 0 }, hasModel: () => true });
    const revive = jobKinds(clients, clients, NO_OBJECTS)[kind]({}).revive;
    const request = revive(jobProperties({ kind, version: '1' }).Request);
    const create = () =>
      fixture.call(facts.operations.create, { ...request, [facts.request.name]: 'job' } as Parameters<
        typeof fixture.call
      >[1]);
    expect(create).toThrow(/service limit/);
    for (const operation of Object.values(facts.operations).slice(1)) {
      expect(() => fixture.call(operation, { [facts.identifier]: 'job' })).not.toThrow(/does not emulate/);
    }
  });

  test('is simulated, in words that its service has', () => {
    expect(scenariosOf(kind).length).toBeGreaterThan(50);
    for (const status of Object.values(WORDINGS[kind].statuses)) expect(facts.statuses).toContain(status);
  });

  test.each([
    ['CONSTRAINTS.md', new RegExp(`^## ${kind}$`, 'm')],
    ['API.md', new RegExp(`^### ${kind} <a `, 'm')],
    ['README.md', new RegExp(`^\\| \\[\`${kind}\`\\]`, 'm')],
    [kindPage(kind), new RegExp(`new ${kind}\\(`)],
    [kindPage(kind), new RegExp(`${kind}\\.from${kind}(Name|Arn|Attributes)`)],
    [join('rosetta', 'default.ts-fixture'), new RegExp(`\\b${kind},`)],
    [join('test', 'deployment', 'permitted-apps.ts'), new RegExp(`${kind}`, 'i')],
  ])('is in %s', (file, words) => {
    expect(page(file)).toMatch(words);
  });
});
