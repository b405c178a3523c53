import { Display } from './display';
import { durationText } from './duration-text';
import type { RunningJob } from './job-bars';
import { durationScript, failureScript } from './job-option';
import { readCloudAssembly, type StackArtifact } from '../cloud-assembly/cloud-assembly';
import type { StackEvent } from '../cloudformation/stack-event';
import { Rehearsal, type RehearsalResult, type StackResult } from '../rehearsal';
import { jobNames, type JobScript } from '../sagemaker/job-course';

export interface RehearseOptions {
  readonly update?: string;
  readonly destroy?: boolean;
  readonly fail: readonly string[];
  readonly duration: readonly string[];
  readonly speed: number;
  readonly stack: readonly string[];
}

const ENVIRONMENT = { account: '111122223333', region: 'us-east-1' };
const REFRESH_MS = 100;

/** Rehearses a deployment, prints it and says whether every stack ended as it should. */
export class RehearseCommand {
  private readonly realStart = performance.now();
  private readonly rehearsal: Rehearsal;

  constructor(
    private readonly display: Display,
    private readonly options: RehearseOptions,
  ) {
    this.rehearsal = new Rehearsal({
      ...ENVIRONMENT,
      speed: options.speed,
      onEvent: (event) => display.event(event),
    });
  }

  public async run(assembly: string): Promise<boolean> {
    const refresh = setInterval(() => this.display.jobs(this.runningJobs()), REFRESH_MS);
    try {
      return await this.operations(assembly);
    } finally {
      clearInterval(refresh);
      this.display.end();
      await this.rehearsal.close();
    }
  }

  private async operations(assembly: string): Promise<boolean> {
    const { update, destroy, fail, duration } = this.options;
    const artifacts = readCloudAssembly(assembly, ENVIRONMENT);
    const durations = durationScript(duration, artifacts);
    const next = update === undefined ? undefined : readCloudAssembly(update, ENVIRONMENT);
    const failures = failureScript(fail, next ?? artifacts);
    let ok = await this.deploy(assembly, artifacts, next ? durations : merged(durations, failures));
    if (ok && update !== undefined && next) ok = await this.deploy(update, next, merged(durations, failures), true);
    if (destroy) ok = (await this.destroy(update ?? assembly, next ?? artifacts)) && ok;
    return ok;
  }

  private async deploy(
    assembly: string,
    artifacts: readonly StackArtifact[],
    jobs: JobScript,
    updating = false,
  ): Promise<boolean> {
    this.announce(artifacts, !updating);
    const result = await this.rehearsal.deploy(assembly, { jobs, ...this.stacks });
    this.display.jobs([]);
    Object.entries(result.stacks).forEach(([name, stack]) => this.report(name, stack));
    this.summarize(result, 'Deployed');
    return result.ok;
  }

  private async destroy(assembly: string, artifacts: readonly StackArtifact[]): Promise<boolean> {
    this.announce(artifacts, true);
    const result = await this.rehearsal.destroy(assembly, this.stacks);
    this.display.jobs([]);
    for (const [name, { events, status }] of Object.entries(result.stacks)) {
      if (status === 'DELETE_COMPLETE') this.display.success(`\n ✅  ${name}: destroyed`);
      else this.display.failure(`\n ❌  ${name}: ${status}: ${failureReason(events)}`);
    }
    this.summarize(result, 'Destroyed');
    return result.ok;
  }

  private get stacks(): { stacks?: readonly string[] } {
    return this.options.stack.length > 0 ? { stacks: this.options.stack } : {};
  }

  private announce(artifacts: readonly StackArtifact[], counted: boolean): void {
    for (const { stackName, template } of artifacts) {
      const resources = Object.values(template.Resources);
      const types = resources.map(({ Type: type }) => type);
      this.display.begin(stackName, counted ? resources.length : undefined, types);
    }
  }

  private report(name: string, { status, outputs, events, changed }: StackResult): void {
    this.display.line();
    if (status !== 'CREATE_COMPLETE' && status !== 'UPDATE_COMPLETE') {
      this.display.failure(` ❌  ${name} failed: ${failureReason(events)}`);
      this.display.failure(`     The stack is in status ${status}.`);
      return;
    }
    this.display.success(` ✅  ${name}${changed ? '' : ' (no changes)'}`);
    if (Object.keys(outputs).length === 0) return;
    this.display.line('\nOutputs:');
    Object.entries(outputs)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .forEach(([output, value]) => this.display.line(`${name}.${output} = ${value}`));
  }

  private summarize({ ok, elapsedMs }: RehearsalResult, done: string): void {
    const real = ((performance.now() - this.realStart) / 1000).toFixed(1);
    const verb = ok ? `${done} in` : 'Failed after';
    this.display.heading(`\n ✨  ${verb} ${durationText(elapsedMs)} of rehearsed time (${real} s real)\n`);
  }

  private runningJobs(): RunningJob[] {
    const now = this.rehearsal.clock.now();
    return this.rehearsal.sagemaker.existingJobs
      .filter((job) => !job.finished)
      .map((job) => ({
        name: job.origin ? jobNames(job.origin)[0] : job.name,
        status: job.status,
        elapsedMs: now - job.createdAt,
        totalMs: (job.endsAt ?? now) - job.createdAt,
      }));
  }
}

/** What went wrong first; what was cancelled because of it does not count. */
function failureReason(events: readonly StackEvent[]): string {
  const failed = events.find(
    ({ status, reason }) => status.endsWith('_FAILED') && reason !== undefined && !reason.endsWith(' cancelled'),
  );
  return failed?.reason ?? events.find(({ status }) => status.includes('ROLLBACK'))?.reason ?? 'unknown reason';
}

function merged(a: JobScript, b: JobScript): JobScript {
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return Object.fromEntries(names.map((name) => [name, { ...a[name], ...b[name] }]));
}
