import { createColors } from 'picocolors';
import { eventLine } from './event-line';
import { JobBars, type RunningJob } from './job-bars';
import { OperationProgress } from './operation-progress';
import type { StackEvent } from '../cloudformation/stack-event';

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
  private readonly progress = new Map<string, OperationProgress>();
  private typeWidth = 0;

  constructor(private readonly options: DisplayOptions) {
    this.colors = createColors(options.color);
    this.bars = options.live ? new JobBars(options.stream) : undefined;
  }

  /** An operation on a stack begins; `total` says how many resources it has. */
  public begin(stack: StackName, total: number | undefined, types: readonly string[]): void {
    this.progress.set(progressKey(stack), new OperationProgress(total));
    this.typeWidth = Math.max(
      this.typeWidth,
      'AWS::CloudFormation::Stack'.length,
      ...types.map(({ length }) => length),
    );
  }

  public event(event: StackEvent): void {
    // a nested stack comes up without an announcement
    const progress = this.progress.get(progressKey(event)) ?? new OperationProgress(undefined);
    this.progress.set(progressKey(event), progress);
    progress.follow(event);
    this.line(eventLine(event, progress, this.typeWidth, this.colors));
  }

  /** How many characters a line can have; what is no terminal takes any line. */
  public get width(): number {
    return this.options.stream.columns ?? Infinity;
  }

  public jobs(jobs: readonly RunningJob[]): void {
    this.bars?.show(jobs);
  }

  public line(text = ''): void {
    if (this.bars) this.bars.print(`${text}\n`);
    else this.options.stream.write(`${text}\n`);
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

/** Several stacks may have a name, and a nested stack has the path of its parent. */
function progressKey({ stackName, stackPath }: StackName): string {
  return `${stackPath} ${stackName}`;
}
