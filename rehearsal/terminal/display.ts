import { createColors } from 'picocolors';
import { eventLine } from './event-line';
import { JobBars } from './job-bars';
import { laidOut } from './line-layout';
import { OperationProgress } from './operation-progress';
import type { RunningJob } from './running-job';
import type { OperationSize, StackEvent } from '../cloudformation/stack-event';
import type { JsonObject } from '../json-value';

export interface DisplayOptions {
  readonly stream: NodeJS.WritableStream & { readonly columns?: number };
  /** Progress bars and colours; without, plain lines. */
  readonly live: boolean;
  readonly color: boolean;
}

type StackName = Pick<StackEvent, 'stackName' | 'stackPath'>;

/** Prints what happens: lines that stay, and below them the bars of running jobs. */
export class Display {
  private readonly colors: ReturnType<typeof createColors>;
  private readonly bars?: JobBars;
  /** By the paths of stacks; nested stacks have their root's. */
  private readonly operations = new Map<string, { readonly rootName: string; readonly progress: OperationProgress }>();
  private typeWidth = 0;

  constructor(private readonly options: DisplayOptions) {
    this.colors = createColors(options.color);
    this.bars = options.live ? new JobBars(options.stream) : undefined;
  }

  /** An operation on a stack begins that has resources of these types; a deletion has no size. */
  public begin({ stackName, stackPath }: StackName, size?: OperationSize, types: readonly string[] = []): void {
    this.operations.set(stackPath, { rootName: stackName, progress: new OperationProgress(size) });
    this.typeWidth = Math.max(
      this.typeWidth,
      'AWS::CloudFormation::Stack'.length,
      ...types.map(({ length }) => length),
    );
  }

  public event(event: StackEvent): void {
    const known = this.operations.get(event.stackPath);
    const { rootName, progress } = known ?? { rootName: event.stackName, progress: new OperationProgress() };
    this.operations.set(event.stackPath, { rootName, progress });
    // the resources of a nested stack are not counted
    if (event.stackName === rootName) progress.follow(event);
    const { text, isUpdate } = progress;
    this.line(eventLine(event, { text, isUpdate, rootName }, this.typeWidth, this.colors));
  }

  /** How many characters a line can have; what is no terminal takes any line. */
  public get width(): number {
    return this.options.stream.columns ?? Infinity;
  }

  public jobs(jobs: readonly RunningJob[]): void {
    this.bars?.show(jobs);
  }

  /** Prints a line: on a terminal as `laidOut` says, and otherwise as it is. */
  public line(text = ''): void {
    const { bars } = this;
    if (bars) laidOut(text, this.width).forEach((line) => bars.print(line));
    else this.options.stream.write(`${text}\n`);
  }

  /** What a program is told: `JsonDisplay` prints it. */
  public record(_type: string, _members: JsonObject): void {
    // people have read it in lines
  }

  public success(text: string): void {
    this.line(this.colors.green(text));
  }

  public failure(text: string): void {
    this.line(this.colors.red(text));
  }

  public heading(text: string): void {
    this.line(this.colors.bold(text));
  }

  /** Takes the bars away. */
  public end(): void {
    this.bars?.stop();
  }
}
