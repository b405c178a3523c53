import { pipelineText } from '../../../rehearsal/pipeline/pipeline-text';
import { stepsOf } from '../fixture-pipeline';

function drawn(spec: Record<string, readonly string[]>, width = 80): string {
  return `\n${pipelineText(stepsOf(spec), width).join('\n')}\n`;
}

test('a chain is one line', () => {
  const chain = {
    Train: [],
    Compile: ['Train'],
    Model: ['Compile'],
    EndpointConfig: ['Model'],
    Endpoint: ['EndpointConfig'],
  };
  expect(drawn(chain)).toBe(`
Train ──▶ Compile ──▶ Model ──▶ EndpointConfig ──▶ Endpoint
`);
});

test('branches are below each other', () => {
  expect(drawn({ Train: [], Compile: ['Train'], Evaluate: ['Train'], Model: ['Compile'], Report: ['Evaluate'] })).toBe(`
Train ─┬─▶ Compile ───▶ Model
       └─▶ Evaluate ──▶ Report
`);
});

test('lines join where a step waits for several', () => {
  expect(drawn({ A: [], B: [], Cc: [], Join: ['A', 'B', 'Cc'], X: ['Join'], Y: ['Join'] })).toBe(`
A ──┬─▶ Join ─┬─▶ X
    │         └─▶ Y
B ──┤
Cc ─┘
`);
});

test('a line passes the columns between', () => {
  expect(drawn({ A: [], B: ['A'], C: ['B'], E: [], D: ['C', 'E'], F: ['E'] })).toBe(`
A ───▶ B ──▶ C ─┬─▶ D
E ─┬────────────┘
   └─▶ F
`);
});

test('a line can join one that has parted before', () => {
  expect(drawn({ A: [], B: [], C: ['A'], D: ['A', 'B'] })).toBe(`
A ─┬───▶ C
   └─┬─▶ D
B ───┘
`);
});

test('what cannot be drawn without doubt is a list', () => {
  expect(drawn({ A: [], B: [], C: ['A', 'B'], D: ['A'], E: ['B', 'D'] })).toBe(`
A
B
C ◀── A, B
D ◀── A
E ◀── B, D
`);
});

test('what is too wide is a list', () => {
  expect(drawn({ Train: [], Compile: ['Train'] }, 16)).toBe(`
Train
Compile ◀── Train
`);
});

test('steps that nothing is connected with share a line', () => {
  expect(drawn({ A: [], B: ['A'], C: [] })).toBe('\nA ──▶ B\nC (waits for no other)\n');
  expect(drawn({ A: [], B: [], C: [] })).toBe('\nA, B, C (3 that wait for no other)\n');
  const many = stepsOf(Object.fromEntries(Array.from({ length: 150 }, (_, index) => [`Job${index}`, []])));
  expect(pipelineText(many, 50)).toEqual(['Job0, Job1, Job2, Jo… (150 that wait for no other)']);
});

test('a drawing that is very tall is cut off', () => {
  const pairs = Array.from({ length: 40 }, (_, index): [string, string[]][] => [
    [`A${index}`, []],
    [`B${index}`, [`A${index}`]],
  ]);
  const lines = pipelineText(stepsOf(Object.fromEntries(pairs.flat())), 80);
  expect(lines).toHaveLength(31);
  expect(lines.at(-1)).toBe('… and 10 more lines');
});
