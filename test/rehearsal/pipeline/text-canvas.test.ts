import { TextCanvas } from '../../../rehearsal/pipeline/text-canvas';

test('strokes that meet are joined', () => {
  const canvas = new TextCanvas();
  canvas.horizontal(0, 0, 2, { right: false });
  canvas.horizontal(0, 2, 4, { left: false });
  canvas.horizontal(2, 2, 4, { left: false });
  canvas.vertical(2, 0, 2);
  expect(canvas.lines()).toEqual(['──┬──', '  │', '  └──']);
});

test('a text stands above strokes', () => {
  const canvas = new TextCanvas();
  canvas.horizontal(0, 0, 3);
  canvas.write(0, 3, '▶ x');
  expect(canvas.lines()).toEqual(['───▶ x']);
});
