import { App, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { deployedRequest } from './deployed-request';
import type { DrawnKind } from './drawn-kind';
import { PropsDraw } from './drawn-props';
import { Draws } from './draws';
import { reviveRequest } from '../../../../lambda/revive-request';
import { checkRequest } from '../../../../rehearsal/emulated-api/request-check';
import type { JsonObject } from '../../../../rehearsal/json-value';
import { operationModel } from '../../../../src/validation/service-model/operation-model';

/** What became of a job that was drawn: what is wrong with that, if anything. */
export interface FuzzOutcome {
  readonly seed: string;
  readonly isSynthesized: boolean;
  /** Texts of faults: what crashed, what was not explained, what the service would refuse. */
  readonly faults: readonly string[];
}

/** How the name that the handler gives a job is called by its kind: the name is made when the job is. */
const NAME = 'stack-job-0123456789ab';
const STACK = 'Stack';
const JOB = 'Job';
/** What the CDK itself says of its own values. */
const CDK_ERRORS = [
  // a text that looks like a token, of another process
  /^(Resolution error: )?Unrecognized token key: /,
];

/** Draws jobs of a kind, synthesizes all that can be in one app, and hands their requests to the emulated service. */
export function fuzz(kind: DrawnKind, seeds: readonly string[]): FuzzOutcome[] {
  const app = new App({ analyticsReporting: false, treeMetadata: false });
  const cases = seeds.map((seed, index) => new FuzzCase(app, `${STACK}${index}`, seed, kind));
  const alive = cases.filter((each) => each.isAlive);
  const assembly = tryOf(() => app.synth());
  if (assembly.error !== undefined) {
    // which of them it is shows alone
    if (seeds.length > 1) return seeds.flatMap((seed) => fuzz(kind, [seed]));
    return [{ seed: seeds[0], isSynthesized: false, faults: [`synthesis: ${describe(assembly.error)}`] }];
  }
  for (const each of alive) each.deploy(assembly.value!.getStackByName(each.name).template as Template);
  return cases.map(({ seed, isAlive, faults }) => ({ seed, isSynthesized: isAlive, faults }));
}

interface Template {
  readonly Resources: { readonly [id: string]: { readonly Type: string; readonly Properties: unknown } };
}

class FuzzCase {
  public readonly faults: string[] = [];
  public isAlive = true;
  private job?: Construct;

  constructor(
    app: App,
    public readonly name: string,
    public readonly seed: string,
    private readonly kind: DrawnKind,
  ) {
    const stack = new Stack(app, name);
    const made = tryOf(() => {
      const props = kind.props(new PropsDraw(stack, new Draws(seed)));
      this.job = new kind.construct(stack, JOB, props as never);
    });
    if (made.error === undefined) this.validate(stack);
    else this.refuse(made.error);
    if (!this.isAlive) app.node.tryRemoveChild(name);
  }

  /** Hands the request to the service as the handler does, with all that the deployment makes of it. */
  public deploy({ Resources }: Template): void {
    const { service, createAction, resourceType, members, defaultNames = [] } = this.kind.definition;
    const model = operationModel(service, createAction)!;
    const resource = Object.values(Resources).find(({ Type }) => Type === resourceType)!;
    const { Request, JobName } = resource.Properties as { Request: object; JobName?: unknown };
    const sent = tryOf(() => {
      const name = typeof JobName === 'string' ? JobName : NAME;
      const request = deployedRequest(model, { ...Request }, this.warned());
      const names = Object.fromEntries([members.name, ...defaultNames].map((member) => [member, name]));
      const revived = reviveRequest(this.kind.schema, { ...names, ...request });
      // as it goes over the wire
      const input = JSON.parse(JSON.stringify(revived)) as JsonObject;
      const unknown = checkRequest(model, input);
      if (unknown.length > 0) throw new Error(`unknown members: ${unknown.join(', ')}`);
    });
    if (sent.error !== undefined) {
      this.faults.push(`the service refuses what was synthesized: ${describe(sent.error)}: ${JSON.stringify(Request)}`);
    }
  }

  /** What synthesis asks of each construct before it makes a template. */
  private validate(stack: Stack): void {
    const validated = tryOf(() =>
      stack.node.findAll().flatMap((construct) => construct.node.validate().map((text) => ({ construct, text }))),
    );
    if (validated.error !== undefined) return this.refuse(validated.error);
    const found = validated.value!;
    if (found.length === 0) return;
    this.isAlive = false;
    for (const { construct, text } of found) {
      if (construct !== this.job) this.faults.push(`not the job, but ${construct.node.path} is wrong: ${text}`);
    }
  }

  /** An error must say which construct it is about; a crash says nothing. */
  private refuse(error: unknown): void {
    this.isAlive = false;
    const isPlain = error instanceof Error && /^(Unscoped)?(Validation)?Error$/.test(error.constructor.name);
    const path = new RegExp(`^${this.name}/(${JOB}|cdk-ml-jobs\\.JobEngine)(/\\w+)*: \\S`);
    if (isPlain && path.test(error.message)) return;
    if (isPlain && CDK_ERRORS.some((known) => known.test(error.message))) return;
    this.faults.push(describe(error));
  }

  /** The members that there was a warning of: the service may know them, and the emulated one does not. */
  private warned(): ReadonlySet<string> {
    const texts = this.job!.node.metadata.map(({ data }) => String(data));
    const ids = texts.flatMap((text) => /\[ack: cdk-ml-jobs:newerValue:(.*)\]$/.exec(text)?.[1] ?? []);
    return new Set(ids);
  }
}

function tryOf<Value>(call: () => Value): { readonly value?: Value; readonly error?: unknown } {
  try {
    return { value: call() };
  } catch (error) {
    return { error: error ?? new Error('nothing was thrown') };
  }
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const lines = (error.stack ?? '').split('\n').filter((line) => /^\s+at .*\/(src|lambda|rehearsal)\//.test(line));
  return `${error.constructor.name}: ${error.message}${lines
    .slice(0, 3)
    .map((line) => `\n${line}`)
    .join('')}`;
}
