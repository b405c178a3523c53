import { durationText, parseSeconds } from '../../../rehearsal/terminal/duration-text';

test.each([
  [9_400, '9 s'],
  [312_000, '5 min 12 s'],
  [3_780_000, '1 h 3 min'],
  [108_000_000, '30 h 0 min'],
  [604_800_000, '7 d 0 h'],
])('%d ms are %s', (ms, text) => {
  expect(durationText(ms)).toBe(text);
});

test.each([
  ['90', 90],
  ['90s', 90],
  ['4m', 240],
  ['1h30m', 5400],
  ['0.5h', 1800],
  ['1d12h', 129_600],
])('%s is %d s', (text, seconds) => {
  expect(parseSeconds(text)).toBe(seconds);
});

test.each(['', '4 minutes', 'm', '4m5', '-3s'])('"%s" is no duration', (text) => {
  expect(parseSeconds(text)).toBeUndefined();
});
