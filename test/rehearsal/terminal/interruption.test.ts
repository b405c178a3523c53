import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import { Interruption } from '../../../rehearsal/terminal/interruption';

const signals = new EventEmitter();
const output = new PassThrough();

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
])('%s ends a command with exit code %d', async (signal, exitCode) => {
  const interruption = new Interruption(output, signals);
  signals.emit(signal);
  expect(await interruption.exitCode).toBe(exitCode);
  interruption.end();
  expect(signals.listenerCount(signal)).toBe(0);
});

test('a closed pipe ends a command as SIGPIPE would', async () => {
  const interruption = new Interruption(output, signals);
  output.emit('error', Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
  expect(await interruption.exitCode).toBe(141);
  output.emit('error', Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
  interruption.end();
});

test('fails on any other error of the output', async () => {
  const full = new PassThrough();
  const interruption = new Interruption(full, signals);
  full.emit('error', Object.assign(new Error('disk full'), { code: 'ENOSPC' }));
  await expect(interruption.exitCode).rejects.toThrow('disk full');
  interruption.end();
});
