import type { Paint, Theme } from './theme';
import { escaped } from '../../../rehearsal/pipeline/xml-text';

type PaintName = 'plain' | 'job' | 'failure' | 'success';

/** A box: where it is, and what it says, the first line in bold. */
interface Box {
  readonly at: readonly [x: number, y: number];
  readonly width: number;
  readonly paint: PaintName;
  readonly lines: readonly string[];
}

/** An arrow along points, with a text at a place. */
interface Arrow {
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly label?: { readonly text: string; readonly at: readonly [x: number, y: number] };
}

const SIZE = { width: 920, height: 304 };
const HEIGHT = 64;

/** What a deployment does. */
const BOXES: readonly Box[] = [
  { at: [10, 20], width: 110, paint: 'plain', lines: ['cdk deploy'] },
  { at: [152, 20], width: 166, paint: 'plain', lines: ['Upload', 'models, data, records'] },
  { at: [350, 20], width: 166, paint: 'job', lines: ['Job', 'trains, tunes, customizes'] },
  { at: [572, 20], width: 166, paint: 'job', lines: ['Job', 'compiles, scores, asks'] },
  { at: [794, 20], width: 116, paint: 'success', lines: ['The rest', 'model, endpoint'] },
  { at: [350, 128], width: 388, paint: 'plain', lines: ['Engine of the stack', 'one function, one state machine'] },
  { at: [350, 226], width: 388, paint: 'plain', lines: ['SageMaker, Bedrock', 'run the jobs'] },
  {
    at: [10, 128],
    width: 308,
    paint: 'failure',
    lines: ['A job fails, or its time is over', 'reason, hint, logs; the stack rolls back'],
  },
  {
    at: [10, 226],
    width: 308,
    paint: 'success',
    lines: ['The next deployment', 'the same request is the same job: none runs'],
  },
];

const ARROWS: readonly Arrow[] = [
  {
    points: [
      [120, 52],
      [148, 52],
    ],
  },
  {
    points: [
      [318, 52],
      [346, 52],
    ],
  },
  {
    points: [
      [516, 52],
      [568, 52],
    ],
    label: { text: 'results', at: [542, 44] },
  },
  {
    points: [
      [738, 52],
      [790, 52],
    ],
    label: { text: 'results', at: [764, 44] },
  },
  {
    points: [
      [433, 84],
      [433, 124],
    ],
  },
  {
    points: [
      [655, 84],
      [655, 124],
    ],
    label: { text: 'waits: minutes or days', at: [544, 110] },
  },
  {
    points: [
      [544, 192],
      [544, 222],
    ],
    label: { text: 'starts, looks, stops', at: [618, 212] },
  },
  {
    points: [
      [350, 160],
      [322, 160],
    ],
  },
];

/** The picture of what a deployment does, as SVG. */
export function deploymentPicture(theme: Theme): string {
  const { width, height } = SIZE;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="system-ui, -apple-system, Segoe UI, Helvetica, Arial, sans-serif" font-size="13">`,
    '<title>What a deployment does</title>',
    `<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z" fill="${theme.line}"/></marker></defs>`,
    ...BOXES.map((box) => boxSvg(box, theme)),
    ...ARROWS.map((arrow) => arrowSvg(arrow, theme)),
    '</svg>',
    '',
  ].join('\n');
}

function boxSvg({ at: [x, y], width, paint, lines }: Box, theme: Theme): string {
  const { fill, stroke }: Paint = theme[paint];
  const middle = x + width / 2;
  const top = y + HEIGHT / 2 + 5 - (lines.length - 1) * 10;
  const texts = lines.map((line, index) => {
    const style = index === 0 ? `font-weight="600" fill="${theme.text}"` : `font-size="12" fill="${theme.faint}"`;
    return `<text x="${middle}" y="${top + index * 20}" text-anchor="middle" ${style}>${escaped(line)}</text>`;
  });
  return `<rect x="${x}" y="${y}" width="${width}" height="${HEIGHT}" rx="8" fill="${fill}" stroke="${stroke}"/>${texts.join('')}`;
}

function arrowSvg({ points, label }: Arrow, { line, faint }: Theme): string {
  const path = points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('');
  const text = label
    ? `<text x="${label.at[0]}" y="${label.at[1]}" text-anchor="middle" font-size="12" fill="${faint}">${escaped(label.text)}</text>`
    : '';
  return `<path d="${path}" fill="none" stroke="${line}" stroke-width="1.5" marker-end="url(#head)"/>${text}`;
}
