import { PassThrough } from 'node:stream';
import { JobBars } from '../../../rehearsal/terminal/job-bars';

function terminal(): { stream: PassThrough; written: () => string } {
  const chunks: string[] = [];
  const stream = Object.assign(new PassThrough(), { isTTY: true, columns: 100 });
  stream.on('data', (chunk: Buffer) => chunks.push(chunk.toString('utf8')));
  return { stream, written: () => chunks.join('') };
}

const JOB = { name: 'Compile', status: 'INPROGRESS', elapsedMs: 72_000, totalMs: 240_000 };

test('shows a bar for a running job, with its status and the rehearsed time', () => {
  const { stream, written } = terminal();
  const bars = new JobBars(stream);
  bars.show([JOB]);
  bars.print('a line');
  bars.show([]);
  expect(written()).toContain('Compile INPROGRESS');
  expect(written()).toContain('1 min 12 s');
  expect(written()).toContain('a line\n');
});

test('writes lines as they are while no job runs', () => {
  const { stream, written } = terminal();
  new JobBars(stream).print('a line');
  expect(written()).toBe('a line\n');
});

test('a bar is as long as the terminal has room for', () => {
  const widths = [100, 50].map((columns) => {
    const { stream, written } = terminal();
    const bars = new JobBars(Object.assign(stream, { columns }));
    bars.show([JOB]);
    bars.print('a line');
    bars.stop();
    return /[\u2588\u2591]+/.exec(written())?.[0].length;
  });
  expect(widths).toEqual([40, 13]);
});

test('there are no more bars than the terminal has room for', () => {
  const { stream, written } = terminal();
  const bars = new JobBars(Object.assign(stream, { rows: 10 }));
  bars.show(Array.from({ length: 20 }, (_, index) => ({ ...JOB, name: `Job${index}` })));
  bars.print('a line');
  bars.stop();
  expect(written()).toContain('Job5 ');
  expect(written()).not.toContain('Job6 ');
});

test('lines go above the bars, which are drawn anew, and taken away in the end', () => {
  const { stream, written } = terminal();
  const bars = new JobBars(stream);
  const line = ` Compile INPROGRESS      ${'█'.repeat(12)}${'░'.repeat(28)} 1 min 12 s\n`;
  bars.show([JOB]);
  bars.show([JOB]);
  bars.print('a line');
  bars.show([]);
  bars.stop();
  expect(written()).toBe(`\u001b[?25l${line}` + `\u001b[1A\u001b[Ja line\n${line}` + '\u001b[1A\u001b[J\u001b[?25h');
});
