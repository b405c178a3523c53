import { bundled, isStraight, type LineBundle } from './line-bundle';
import type { PipelineStep } from './pipeline';
import { layoutOf, type PipelineLayout, type Place } from './pipeline-layout';
import { TextCanvas } from './text-canvas';

/** Taller, a drawing no longer helps. */
const MAX_ROWS = 30;

/** Draws a pipeline in characters: what waits is to the right of what it waits for. */
export function pipelineText(steps: readonly PipelineStep[], width: number): string[] {
  const waitedFor = new Set(steps.flatMap(({ waitsFor }) => waitsFor));
  const alone = steps.filter((step) => step.waitsFor.length === 0 && !waitedFor.has(step));
  const connected = steps.filter((step) => !alone.includes(step));
  return [...shortened(connectedText(connected, width)), ...aloneText(alone, width)];
}

function connectedText(steps: readonly PipelineStep[], width: number): string[] {
  const drawing = draw(layoutOf(steps));
  return drawing && drawing.every((line) => line.length <= width) ? drawing : list(steps);
}

/** For what does not fit into a drawing. */
function list(steps: readonly PipelineStep[]): string[] {
  return steps.map(({ name, waitsFor }) => {
    const before = waitsFor.map((other) => other.name).join(', ');
    return before === '' ? name : `${name} ◀── ${before}`;
  });
}

function shortened(lines: readonly string[]): string[] {
  if (lines.length <= MAX_ROWS) return [...lines];
  return [...lines.slice(0, MAX_ROWS), `… and ${lines.length - MAX_ROWS} more lines`];
}

function aloneText(steps: readonly PipelineStep[], width: number): string[] {
  if (steps.length === 0) return [];
  const names = steps.map(({ name }) => name);
  const end = steps.length === 1 ? ' (waits for no other)' : ` (${steps.length} that wait for no other)`;
  const whole = names.join(', ');
  if (whole.length + end.length <= width) return [whole + end];
  return [`${whole.slice(0, Math.max(0, width - end.length - 1))}…${end}`];
}

/** Undefined where it would be ambiguous. */
function draw(layout: PipelineLayout): string[] | undefined {
  const canvas = new TextCanvas();
  let x = 0;
  for (let column = 0; column < layout.columns; column++) {
    const places = layout.places.filter((place) => place.column === column);
    const width = Math.max(...places.map(({ step }) => step?.name.length ?? 0));
    places.forEach(({ row, step }) => canvas.write(row, x, step?.name ?? ''));
    const bundles = bundled(layout.lines.filter(({ from }) => from.column === column));
    if (!bundles) return undefined;
    const channel = new Channel(canvas, x + width + 1, bundles);
    const next = layout.places.filter((place) => place.column === column + 1);
    channel.draw(
      (row) => beginOf(places, row, x),
      (row) => next.find((place) => place.row === row)?.step !== undefined,
    );
    x = channel.end + 1;
  }
  return canvas.lines();
}

/** Where the line begins that leaves a place: after its name. */
function beginOf(places: readonly Place[], row: number, x: number): number {
  const name = places.find((place) => place.row === row)?.step?.name;
  // a line that passes the column comes from further left
  return name === undefined ? x - 1 : x + name.length + 1;
}

/** The space between two columns, where lines change their rows. */
class Channel {
  /** Where the next column begins, less the space before it. */
  public readonly end: number;
  private readonly lanes: readonly LineBundle[];

  constructor(
    private readonly canvas: TextCanvas,
    private readonly begin: number,
    private readonly bundles: readonly LineBundle[],
  ) {
    this.lanes = bundles.filter((bundle) => !isStraight(bundle));
    this.end = begin + Math.max(1, this.lanes.length * 2) + 2;
  }

  public draw(beginOfLine: (row: number) => number, hasStep: (row: number) => boolean): void {
    const tip = this.end - 1;
    for (const bundle of this.bundles) {
      const lane = this.lanes.indexOf(bundle);
      if (lane < 0) this.canvas.horizontal(bundle.sources[0], beginOfLine(bundle.sources[0]), tip);
      else this.drawLane(bundle, this.begin + 1 + lane * 2, tip, beginOfLine);
      bundle.targets.forEach((row) => {
        if (hasStep(row)) this.canvas.write(row, tip, '▶');
        else this.canvas.horizontal(row, tip, this.end);
      });
    }
  }

  private drawLane(
    { sources, targets }: LineBundle,
    x: number,
    tip: number,
    beginOfLine: (row: number) => number,
  ): void {
    const rows = [...sources, ...targets];
    const [top, bottom] = [Math.min(...rows), Math.max(...rows)];
    sources.forEach((row) => this.canvas.horizontal(row, beginOfLine(row), x, { right: false }));
    targets.forEach((row) => this.canvas.horizontal(row, x, tip, { left: false }));
    this.canvas.vertical(x, top, bottom);
    // what is only crossed is not joined
    for (let row = top; row <= bottom; row++) if (!rows.includes(row)) this.canvas.write(row, x, '│');
  }
}
