import { hintIn } from '../../../lambda/kinds/hint';
import { PROGRAM_HINTS } from '../../../lambda/kinds/program-hints';

test.each([
  ['AlgorithmError: Exit Code: 137', 'more memory'],
  ['AlgorithmError: ExecuteUserScriptError: ExitCode 137', 'more memory'],
  ['AlgorithmError: RuntimeError: CUDA out of memory. Tried to allocate 2.00 GiB', 'more memory'],
  ['ClientError: OutOfMemory', 'more memory'],
  ['ClientError: Please use an instance type with more memory, or reduce the size of training data', 'more memory'],
  ['AlgorithmError: MemoryError: Unable to allocate 7.45 GiB', 'more memory'],
  ['AlgorithmError: std::bad_alloc', 'more memory'],
  ['AlgorithmError: exec /usr/bin/python3: exec format error', 'linux/amd64'],
  ['AlgorithmError: exec: "train": executable file not found in $PATH', "starts 'train' or 'serve'"],
  ['AlgorithmError: RuntimeError: Found no NVIDIA driver on your system.', 'wants a GPU'],
  ['AlgorithmError: RuntimeError: No CUDA GPUs are available', 'wants a GPU'],
  ["AlgorithmError: ExecuteUserScriptError: ModuleNotFoundError: No module named 'pandas'", 'requirements.txt'],
])('what can be done about "%s"', (text, hint) => {
  expect(hintIn(PROGRAM_HINTS, text)).toContain(hint);
});

test.each([
  'AlgorithmError: Exit Code: 1377',
  'AlgorithmError: KeyError: memory',
  'AlgorithmError: error in the format of the file',
  "AlgorithmError: the column 'module' has no name",
])('there is none for "%s"', (text) => {
  expect(hintIn(PROGRAM_HINTS, text)).toBeUndefined();
});
