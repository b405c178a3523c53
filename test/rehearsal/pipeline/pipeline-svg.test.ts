import { pipelineSvg } from '../../../rehearsal/pipeline/pipeline-svg';
import { stepsOf } from '../fixture-pipeline';

const count = (svg: string, pattern: RegExp): number => svg.match(pattern)?.length ?? 0;

test('draws a box for each step and a line for each wait', () => {
  const svg = pipelineSvg(stepsOf({ Train: [], Compile: ['Train'], Evaluate: ['Train'] }));
  expect(count(svg, /<rect /g)).toBe(3);
  expect(count(svg, /<path class="line"/g)).toBe(2);
  expect(svg).toContain('<title>Train; Compile waits for Train; Evaluate waits for Train</title>');
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="\d+" height="148" /);
});

test('a line that passes a column has its arrow at the end only', () => {
  const svg = pipelineSvg(stepsOf({ A: [], B: ['A'], X: [], End: ['B', 'X'] }));
  expect(count(svg, /<path class="line"/g)).toBe(4);
  expect(count(svg, /marker-end/g)).toBe(3);
});

test('jobs and resources look different', () => {
  const [job] = stepsOf({ Train: [] });
  const svg = pipelineSvg([job, { name: 'Model', kind: 'Model', isJob: false, waitsFor: [job] }]);
  expect(svg).toMatch(/<g class="job">.*>Train<.*>TrainingJob</);
  expect(svg).toMatch(/<g class="resource">.*>Model</);
});

test('names are texts, whatever is in them', () => {
  expect(pipelineSvg(stepsOf({ 'A<B&"C"': [] }))).toContain('>A&lt;B&amp;&quot;C&quot;</text>');
});
