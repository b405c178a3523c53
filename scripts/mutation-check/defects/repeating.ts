import type { Defect } from '../defect';

/** What the state machine does about a function that cannot be run. */
export const REPEATING: readonly Defect[] = [
  {
    name: 'a function that crashes is not tried again',
    folder: 'src',
    file: 'engine/tick-loop.ts',
    text: 'Retry: [retry(6)],',
    replacement: 'Retry: [retry(0)],',
    loss: 'every tick that finds no room for the function costs half a minute',
  },
  {
    name: 'a function that cannot be run is given up at once',
    folder: 'src',
    file: 'engine/tick-loop.ts',
    text: "ResultPath: path('fault'), Next: 'Time left?' }]",
    replacement: "ResultPath: path('fault'), Next: 'Give up' }]",
    loss: 'a deployment fails because the function was out of order for a minute',
  },
  {
    name: 'what is given up is not answered',
    folder: 'src',
    file: 'engine/tick-loop.ts',
    text: "Default: 'Give up',",
    replacement: "Default: 'Unanswered',",
    loss: 'CloudFormation waits for its own time-out',
  },
  {
    name: 'the last answer is tried once',
    folder: 'src',
    file: 'engine/tick-loop.ts',
    text: 'Retry: [retry(3)],',
    replacement: 'Retry: [retry(0)],',
    loss: 'CloudFormation waits for its own time-out',
  },
  {
    name: 'a fault takes the place of the tick',
    folder: 'src',
    file: 'engine/tick-loop.ts',
    text: "ErrorEquals: ALL_ERRORS, ResultPath: path('fault'), Next",
    replacement: 'ErrorEquals: ALL_ERRORS, Next',
    loss: 'after a crash nobody knows which request it was',
  },
  {
    name: 'the state machine has less patience than the function',
    folder: 'src',
    file: 'engine/tick-loop.ts',
    text: 'const TASK_TIMEOUT_SECONDS = 150;',
    replacement: 'const TASK_TIMEOUT_SECONDS = 100;',
    loss: 'a tick begins while the one before is still at work',
  },
];
