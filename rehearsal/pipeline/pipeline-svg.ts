import type { PipelineStep } from './pipeline';
import { layoutOf, type PipelineLayout, type Place, type PlacedLine } from './pipeline-layout';
import { escaped } from './xml-text';

const CHARACTER = 7.5;
const PADDING = 14;
const BOX_HEIGHT = 44;
const ROW_HEIGHT = 64;
const CHANNEL = 56;
const MARGIN = 20;
/** Of the arrow's head. */
const TIP = 7;

const STYLE = `
    text { font: 13px ui-sans-serif, system-ui, sans-serif; fill: #1f2328; text-anchor: middle; }
    .kind { font-size: 10px; fill: #59636e; }
    rect { fill: #f6f8fa; stroke: #8c959f; }
    .job rect { fill: #ddf4ff; stroke: #0969da; }
    .line { fill: none; stroke: #59636e; stroke-width: 1.5; }
    #tip path { fill: #59636e; }
    @media (prefers-color-scheme: dark) {
      text { fill: #f0f6fc; } .kind { fill: #9198a1; } rect { fill: #151b23; stroke: #656c76; }
      .job rect { fill: #0c2d6b; stroke: #4493f8; } .line { stroke: #9198a1; } #tip path { fill: #9198a1; }
    }`;

/** Draws a pipeline as a picture: what waits is to the right of what it waits for. */
export function pipelineSvg(steps: readonly PipelineStep[]): string {
  const layout = layoutOf(steps);
  const columns = columnsOf(layout);
  const last = columns.at(-1);
  const width = Math.ceil((last ? last.x + last.width : 0) + MARGIN);
  const height = layout.rows * ROW_HEIGHT - (ROW_HEIGHT - BOX_HEIGHT) + 2 * MARGIN;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `  <title>${escaped(titleOf(steps))}</title>`,
    `  <style>${STYLE}\n  </style>`,
    `  <defs><marker id="tip" viewBox="0 0 8 8" refX="1" refY="4" markerWidth="5" markerHeight="5" orient="auto"><path d="M0 0 8 4 0 8z"/></marker></defs>`,
    ...layout.lines.map((line) => `  ${lineOf(line, columns)}`),
    ...layout.places.flatMap((place) => (place.step ? [`  ${boxOf(place, place.step, columns)}`] : [])),
    '</svg>',
    '',
  ].join('\n');
}

interface Column {
  readonly x: number;
  readonly width: number;
}

function columnsOf({ places, columns }: PipelineLayout): Column[] {
  let x = MARGIN;
  return Array.from({ length: columns }, (_, index) => {
    const steps = places.flatMap(({ column, step }) => (column === index && step ? [step] : []));
    const characters = Math.max(0, ...steps.map(({ name, kind }) => Math.max(name.length, kind.length)));
    const width = characters * CHARACTER + 2 * PADDING;
    const column = { x, width };
    x += width + CHANNEL;
    return column;
  });
}

function boxOf({ column, row }: Place, { name, kind, isJob }: PipelineStep, columns: readonly Column[]): string {
  const { x, width } = columns[column];
  const top = topOf(row);
  const middle = x + width / 2;
  return [
    `<g class="${isJob ? 'job' : 'resource'}">`,
    `<rect x="${x}" y="${top}" width="${width}" height="${BOX_HEIGHT}" rx="6"/>`,
    `<text x="${middle}" y="${top + 19}">${escaped(name)}</text>`,
    `<text class="kind" x="${middle}" y="${top + 35}">${escaped(kind)}</text>`,
    '</g>',
  ].join('');
}

function lineOf({ from, to }: PlacedLine, columns: readonly Column[]): string {
  const source = columns[from.column];
  const [fromX, fromY] = [source.x + source.width, middleOf(from.row)];
  const [toX, toY] = [columns[to.column].x, middleOf(to.row)];
  const half = (fromX + toX) / 2;
  // a line that passes a column crosses it straight
  const start = from.step ? `M${fromX} ${fromY}` : `M${source.x} ${fromY}H${fromX}`;
  const end = to.step ? toX - TIP : toX;
  const marker = to.step ? ' marker-end="url(#tip)"' : '';
  return `<path class="line" d="${start}C${half} ${fromY} ${half} ${toY} ${end} ${toY}"${marker}/>`;
}

function topOf(row: number): number {
  return MARGIN + row * ROW_HEIGHT;
}

function middleOf(row: number): number {
  return topOf(row) + BOX_HEIGHT / 2;
}

/** What somebody hears who does not see the picture. */
function titleOf(steps: readonly PipelineStep[]): string {
  const texts = steps.map(({ name, waitsFor }) =>
    waitsFor.length === 0 ? name : `${name} waits for ${waitsFor.map((other) => other.name).join(' and ')}`,
  );
  return texts.join('; ');
}
