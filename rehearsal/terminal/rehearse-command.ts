import { Supposition } from '../../unconfirmed/supposition';
import { Display } from './display';
import { durationText } from './duration-text';
import { failureReason } from './failure-reason';
import type { RunningJob } from './job-bars';
import { durationScript, failureScript } from './job-option';
import { templateParameters } from './parameter-option';
import { deniedLines, unknownLines, unusedLines } from './permission-report';
import { PipelineDrawing, writePipeline } from './pipeline-drawing';
import { readCloudAssembly, type StackArtifact } from '../cloud-assembly/cloud-assembly';
import { selectStacks } from '../cloud-assembly/stack-selection';
import type { StackEvent } from '../cloudformation/stack-event';
import { DEFAULT_ENVIRONMENT } from '../default-environment';
import { jobNames, type JobScript } from '../jobs/job-course';
import { Rehearsal, type RehearsalResult, type StackResult } from '../rehearsal';
import { RehearsalError } from '../rehearsal-error';

export interface RehearseOptions {
  readonly update?: string;
  readonly destroy?: boolean;
  readonly fail: readonly string[];
  readonly duration: readonly string[];
  readonly parameter: readonly string[];
  /** Where batch jobs write their results. */
  readonly output?: string;
  readonly speed: number;
  readonly stack: readonly string[];
  /** Names of SageMaker models that exist already. */
  readonly model: readonly string[];
  /** What is so of what nobody has confirmed of AWS, such as `arn-case=lowered`. */
  readonly suppose: readonly string[];
  /** Where the drawing of the pipeline is written as SVG. */
  readonly pipeline?: string;
  /** Whether the permissions are listed that nothing has used. */
  readonly unusedPermissions?: boolean;
}

const REFRESH_MS = 100;

/** The statuses of a stack that ended as it should. */
const DONE = ['CREATE_COMPLETE', 'UPDATE_COMPLETE', 'DELETE_COMPLETE'];

/** Rehearses a deployment, prints it and says whether every stack ended as it should and nothing was silently denied. */
export class RehearseCommand {
  private readonly realStart = performance.now();
  private readonly rehearsal: Rehearsal;
  private readonly coursesTaken = new Set<string>();
  /** Of the operation under way. */
  private readonly events: StackEvent[] = [];
  private readonly drawing: PipelineDrawing;
  private parameters: Record<string, string> = {};
  private refresh?: NodeJS.Timeout;

  constructor(
    private readonly display: Display,
    private readonly options: RehearseOptions,
  ) {
    this.drawing = new PipelineDrawing(display);
    this.rehearsal = new Rehearsal({
      speed: options.speed,
      outputFolder: options.output,
      existingModels: options.model,
      supposition: supposed(options.suppose),
      onEvent: (event) => {
        this.events.push(event);
        display.event(event);
      },
    });
  }

  public async run(assembly: string): Promise<boolean> {
    this.refresh = setInterval(() => this.display.jobs(this.runningJobs()), REFRESH_MS);
    try {
      return await this.operations(assembly);
    } finally {
      await this.close();
    }
  }

  /** Ends what is under way, and leaves the terminal as it was. */
  public async close(): Promise<void> {
    clearInterval(this.refresh);
    this.display.end();
    await this.rehearsal.close();
  }

  private async operations(assembly: string): Promise<boolean> {
    const { update, destroy, fail, duration, parameter } = this.options;
    const first = this.read(assembly);
    const next = update === undefined ? undefined : this.read(update);
    const all = [...first, ...(next ?? [])];
    this.parameters = templateParameters(parameter, all);
    const durations = durationScript(duration, all);
    const failures = failureScript(fail, next ?? first);
    if (this.options.pipeline !== undefined) writePipeline(this.options.pipeline, next ?? first);
    let ok = await this.deploy(assembly, first, next ? durations : merged(durations, failures));
    if (ok && update !== undefined && next) ok = await this.deploy(update, next, merged(durations, failures), true);
    this.reportOutput();
    if (destroy) ok = (await this.destroy(update ?? assembly, next ?? first)) && ok;
    this.reportUnknownConditions();
    if (this.options.unusedPermissions) this.reportUnusedPermissions();
    if (ok) this.checkUsed({ '--fail': failures, '--duration': durations });
    return ok;
  }

  private read(assembly: string): StackArtifact[] {
    return selectStacks(readCloudAssembly(assembly, DEFAULT_ENVIRONMENT), this.options.stack);
  }

  /** What had no effect is most likely a mistake. */
  private checkUsed(scripts: Record<string, JobScript>): void {
    for (const [option, script] of Object.entries(scripts)) {
      const unused = Object.keys(script).find((name) => !this.coursesTaken.has(name));
      if (unused !== undefined) throw new RehearsalError(`${option} ${unused}=…: the job did not run`);
    }
  }

  private async deploy(
    assembly: string,
    artifacts: readonly StackArtifact[],
    jobs: JobScript,
    updating = false,
  ): Promise<boolean> {
    this.announce(artifacts, !updating);
    this.drawing.show(artifacts);
    const result = await this.rehearsal.deploy(assembly, {
      jobs,
      parameters: this.parameters,
      stacks: this.options.stack,
    });
    this.display.jobs([]);
    const taken = Object.keys(jobs).filter((name) => !result.unusedCourses.includes(name));
    taken.forEach((name) => this.coursesTaken.add(name));
    Object.entries(result.stacks).forEach(([name, stack]) => this.report(name, stack));
    this.summarize(result, 'Deployed');
    return result.ok;
  }

  private async destroy(assembly: string, artifacts: readonly StackArtifact[]): Promise<boolean> {
    this.announce(artifacts, true);
    const result = await this.rehearsal.destroy(assembly, { stacks: this.options.stack });
    this.display.jobs([]);
    for (const [name, { path, status, changed }] of Object.entries(result.stacks)) {
      if (!changed) this.display.line(`\n     ${name}: there is no such stack to destroy`);
      else if (status === 'DELETE_COMPLETE') this.display.success(`\n ✅  ${name}: destroyed`);
      else this.display.failure(`\n ❌  ${name}: ${status}: ${this.failureReason(path)}`);
    }
    this.summarize(result, 'Destroyed');
    return result.ok;
  }

  /** Of a stack or one nested in it, in the operation under way. */
  private failureReason(stackPath: string): string {
    return failureReason(this.events.filter((event) => event.stackPath === stackPath));
  }

  private announce(artifacts: readonly StackArtifact[], counted: boolean): void {
    this.events.length = 0;
    for (const { stackName, path: stackPath, template } of artifacts) {
      const resources = Object.values(template.Resources);
      const types = resources.map(({ Type: type }) => type);
      this.display.begin({ stackName, stackPath }, counted ? resources.length : undefined, types);
    }
  }

  private report(name: string, { path, status, outputs, changed }: StackResult): void {
    this.display.line();
    if (status !== 'CREATE_COMPLETE' && status !== 'UPDATE_COMPLETE') {
      this.display.failure(` ❌  ${name} failed: ${this.failureReason(path)}`);
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

  /** Results of batch jobs outlive their stacks. */
  private reportOutput(): void {
    const { outputFolders } = this.rehearsal;
    if (outputFolders.length === 0) return;
    this.display.line('Results of batch jobs (rehearsed: no model was asked):');
    outputFolders.forEach((folder) => this.display.line(`  ${folder}`));
  }

  /** What no operation has used may still be needed by one that was not rehearsed, such as an update of tags. */
  private reportUnusedPermissions(): void {
    const { unusedStatements, statements } = this.rehearsal.iam;
    const lines = unusedLines(unusedStatements, statements);
    this.display.line(lines.length === 0 ? 'Every permission was used.' : 'Permissions that nothing here has used:');
    lines.forEach((line) => this.display.line(`  ${line}`));
  }

  private reportUnknownConditions(): void {
    const lines = unknownLines(this.rehearsal.iam.statements);
    if (lines.length === 0) return;
    this.display.line('Conditions whose operators the rehearsal does not know, and which it takes to allow:');
    lines.forEach((line) => this.display.line(`  ${line}`));
  }

  private summarize({ ok, stacks, elapsedMs, denials }: RehearsalResult, done: string): void {
    const real = ((performance.now() - this.realStart) / 1000).toFixed(1);
    const time = `${durationText(elapsedMs)} of rehearsed time (${real} s real)`;
    if (ok) return this.display.heading(`\n ✨  ${done} in ${time}\n`);
    const calls = [...new Set(this.rehearsal.notEmulatedCalls)];
    if (calls.length > 0) this.display.failure(`     The handler called what is not emulated: ${calls.join(', ')}`);
    deniedLines(denials).forEach((line) => this.display.failure(`     ${line}`));
    const areDone = Object.values(stacks).every(({ status }) => DONE.includes(status));
    const silently = `${done} in ${time}, but permissions are missing, which AWS does not report`;
    this.display.heading(`\n ❌  ${areDone ? silently : `Failed after ${time}`}\n`);
  }

  private runningJobs(): RunningJob[] {
    const now = this.rehearsal.clock.now();
    return [...this.rehearsal.sagemaker.existingJobs, ...this.rehearsal.bedrock.jobs]
      .filter((job) => !job.finished)
      .map((job) => ({
        name: job.origin ? jobNames(job.origin)[0] : job.name,
        status: job.status,
        elapsedMs: now - job.createdAt,
        totalMs: (job.endsAt ?? now) - job.createdAt,
      }));
  }
}

/** Reads `--suppose arn-case=lowered`. */
function supposed(texts: readonly string[]): Supposition {
  try {
    return Supposition.read(texts);
  } catch (error) {
    throw new RehearsalError(`--suppose: ${(error as Error).message}`);
  }
}

function merged(a: JobScript, b: JobScript): JobScript {
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return Object.fromEntries(names.map((name) => [name, { ...a[name], ...b[name] }]));
}
