import { App, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { TESTED_KINDS } from './tested-kinds';
import type { JobRequest } from '../../../lambda/job-kind';
import { merged } from '../../../lambda/newer-members';
import { checkRequest } from '../../../rehearsal/emulated-api/request-check';
import type { JsonObject } from '../../../rehearsal/json-value';
import type { Request } from '../../../src/job/request-overrides';
import { validateRequest } from '../../../src/validation/request-validation';
import { operationModel } from '../../../src/validation/service-model/operation-model';

const closedText = (property: string): unknown =>
  expect.stringContaining(`[ack: cdk-ml-jobs:closedToNewCustomers:${property}]`);

describe.each(Object.values(TESTED_KINDS))(
  'requests that people send: $drawn.definition.createAction',
  ({ drawn: { definition }, requests, rules, jobOf }) => {
    const { service, createAction, properties, resourceType, members } = definition;
    const model = operationModel(service, createAction)!;

    describe.each(requests)('$name', ({ request, closed = [] }) => {
      test('has no errors, and warnings only of what AWS has closed', () => {
        const job = new Construct(new Stack(undefined, 'Stack'), 'Job');
        const validation = {
          model,
          names: properties,
          overrides: {},
          rules: (checked: Request) => rules(job, checked),
        };

        expect(() => validateRequest<Request>(job, { ...request }, validation)).not.toThrow();
        expect(job.node.metadata.map(({ data }) => data as string)).toEqual(closed.map(closedText));
      });

      test('is taken by the emulated service', () => {
        const input = structuredClone(request) as JsonObject;

        expect(checkRequest(model, input)).toEqual([]);
      });

      test('is made from properties, and from overrides where there are none', () => {
        // a role is one of the account of the job
        const [, account = '111122223333'] = /:iam::(\d{12}):role\//.exec(JSON.stringify(request)) ?? [];
        const stack = new Stack(new App(), 'Stack', { env: { account, region: 'us-east-1' } });
        jobOf(stack, request);
        const assembly = (stack.node.root as App).synth();
        const resources = (assembly.getStackByName('Stack').template as Template).Resources;
        const made = Object.values(resources).find(({ Type }) => Type === resourceType)!.Properties;
        // a description, which holds the name of a job that has none, is the user's
        const isNamed = members.name !== 'description';
        const { [isNamed ? members.name : '']: name, [members.token ?? '']: _, ...others } = request;
        const rest = Object.fromEntries(Object.entries(others).filter(([member]) => !members.tags.includes(member)));

        expect(normalized(wholeRequest(made))).toMatchObject(normalized(rest) as object);
        expect(made.JobName).toBe(name);
        // those of the CDK are about what the network is imported from
        expect(warningsIn(stack).filter((text) => text.includes('cdk-ml-jobs'))).toEqual(closed.map(closedText));
      });
    });
  },
);

function warningsIn(stack: Stack): string[] {
  const metadata = stack.node.findAll().flatMap(({ node }) => node.metadata);
  return metadata.filter(({ type }) => type === 'aws:cdk:warning').map(({ data }) => String(data));
}

interface Template {
  readonly Resources: { readonly [id: string]: { readonly Type: string; readonly Properties: Properties } };
}

interface Properties {
  readonly JobName?: string;
  readonly Request: JobRequest;
  readonly NewerMembers?: string;
}

/** What may be of any type goes beside the request. */
function wholeRequest({ Request: request, NewerMembers: more }: Properties): object {
  return more === undefined ? request : merged(request, JSON.parse(more) as JobRequest);
}

/** What a property has as a map is a list in the order of its names. */
function byName(a: unknown, b: unknown): number {
  const [name, other] = [a, b].map(nameOf);
  if (name === undefined || other === undefined || name === other) return 0;
  return name < other ? -1 : 1;
}

function nameOf(item: unknown): string | undefined {
  const { ChannelName, Name, CollectionName, DefinitionName } = (item ?? {}) as {
    readonly [member: string]: string | undefined;
  };
  return ChannelName ?? Name ?? CollectionName ?? DefinitionName;
}

/** Folders are the same with a slash at their end and without. */
function normalized(value: unknown): unknown {
  if (typeof value === 'string') return /^s3:\/\//.test(value) ? value.replace(/\/$/, '') : value;
  if (Array.isArray(value)) return value.map(normalized).sort(byName);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([member, each]) => [member, normalized(each)]));
}
