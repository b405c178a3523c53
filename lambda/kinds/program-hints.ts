import type { Hint } from './hint';

/** What can be done about what the program in a container ran into, whatever else it says of that. */
export const PROGRAM_HINTS: readonly Hint[] = [
  [
    /out ?of ?memory|instance type with more memory|\bMemoryError\b|bad_alloc|cannot allocate memory|exit ?code:? ?137\b/i,
    'it took more memory than the instance has; choose a larger instance type, or let it work in smaller batches',
  ],
  [
    /exec format error/i,
    'the image was built for another processor; build it for the one of the instance (linux/amd64)',
  ],
  [
    /exec: "?(train|serve)"?: executable file not found/i,
    "the image has no program of this name in its PATH; SageMaker starts 'train' or 'serve' unless the image or the job says what to start",
  ],
  [
    /found no nvidia driver|no cuda gpus are available|cuda driver version is insufficient|no cuda-capable device/i,
    'the program wants a GPU of another kind, or any; choose an instance type that has it (ml.g… or ml.p…), and an image for it',
  ],
  [
    /ModuleNotFoundError|No module named/i,
    'the image lacks this Python module; install it there, or list it in requirements.txt beside the script where the image reads that',
  ],
];
