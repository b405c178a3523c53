import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InlineCode } from '../../../rehearsal/lambda/inline-code';

test('writes code into a folder of its own, and removes it', () => {
  const code = new InlineCode();
  const folder = code.write('the code');
  expect(readFileSync(join(folder, 'index.js'), 'utf8')).toBe('the code');
  code.remove();
  expect(existsSync(folder)).toBe(false);
});
