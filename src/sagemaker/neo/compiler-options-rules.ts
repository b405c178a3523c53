import type { NeoTarget } from './neo-target';
import { type Finding, type MemberName, refusal, warning } from '../../validation/finding';

const OPTIONS: MemberName = { property: 'target.compilerOptions', api: 'OutputConfig.CompilerOptions' };

/** What Neo's compiler for NVIDIA accelerators has to know, as a pattern of the name: AWS itself writes it in two ways. */
const NVIDIA_OPTIONS: readonly (readonly [name: string, form: RegExp, described: string])[] = [
  ['gpu-code', /^sm_\d+$/, 'such as sm_72'],
  ['trt-ver', /^\d+\.\d+\.\d+$/, 'a version such as 6.0.1'],
  ['cuda-ver', /^\d+\.\d+$/, 'a version such as 10.0'],
];

/** The names of the types that the input of a PyTorch model may have. */
const DTYPES = ['float', 'float32', 'int64', 'long'];
const ANDROID_LEVELS = { min: 21, max: 29 };

/** What is known of a job's target and compiler options. */
export interface CompilerInput {
  readonly target: NeoTarget;
  readonly framework?: string;
  readonly os?: string;
  readonly accelerator?: string;
  /** The options; undefined where only the deployment knows them, or where there are none. */
  readonly options?: string;
  readonly hasOptions: boolean;
}

/**
 * Whether the options of the compiler are those of the target. They need not be JSON, so names are looked for in the text.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_OutputConfig.html
 */
export function* compilerOptionsRules(input: CompilerInput): Iterable<Finding> {
  if (input.accelerator === 'NVIDIA' && !input.hasOptions) {
    yield refusal(
      OPTIONS,
      "must be given for the accelerator NVIDIA, with 'gpu-code', 'trt-ver' and 'cuda-ver', got none",
    );
  }
  if (input.options === undefined) return;
  yield* nvidiaRules(input, input.options);
  yield* inferentiaRules(input, input.options);
  yield* dtypeRules(input, input.options);
  yield* androidRules(input, input.options);
}

function* nvidiaRules({ target, accelerator }: CompilerInput, options: string): Iterable<Finding> {
  const isJetson = target.device?.startsWith('jetson_');
  if (accelerator !== 'NVIDIA' && !isJetson) return;
  const values = NVIDIA_OPTIONS.map(([name]) => valueOf(name, options));
  const missing = NVIDIA_OPTIONS.map(([name]) => name).filter((_, index) => values[index] === undefined);
  // JetPack brings its own TensorRT and CUDA
  if (missing.length > 0 && valueOf('JETPACK_VERSION', options) === undefined) {
    yield warning('neoCompilerOptions', OPTIONS, `should have ${missing.join(', ')} for ${target.name}`);
  }
  for (const [index, [name, form, described]] of NVIDIA_OPTIONS.entries()) {
    const value = values[index];
    if (value === undefined || form.test(value)) continue;
    yield warning('neoCompilerOptions', OPTIONS, `should have a ${name} ${described}, got '${value}'`);
  }
}

/**
 * The compiler of AWS Inferentia takes a command line, as a text in JSON; or its options by name, as AWS's own notebooks
 * give them.
 *
 * @see https://github.com/aws/amazon-sagemaker-examples/issues/2312
 */
function* inferentiaRules({ target }: CompilerInput, options: string): Iterable<Finding> {
  const isText = /^\s*(["']).*\1\s*$/s.test(options);
  const isObject = /^\s*\{.*\}\s*$/s.test(options);
  if (target.kind !== 'inferentia' || isText || isObject) return;
  const example = `"\\"--verbose 1 --num-neuroncores 2\\""`;
  yield warning(
    'neoCompilerOptions',
    OPTIONS,
    `should be a string in quotes, or an object, for ${target.name}, such as ${example}, got '${options}'`,
  );
}

function* dtypeRules({ target, framework }: CompilerInput, options: string): Iterable<Finding> {
  const dtype = valueOf('dtype', options);
  if (target.kind !== 'cloud' || framework !== 'PYTORCH' || dtype === undefined || DTYPES.includes(dtype)) return;
  yield warning(
    'neoCompilerOptions',
    OPTIONS,
    `should have a dtype of ${DTYPES.join(', ')} for PYTORCH, got '${dtype}'`,
  );
}

function* androidRules({ os }: CompilerInput, options: string): Iterable<Finding> {
  const level = valueOf('ANDROID_PLATFORM', options);
  const { min, max } = ANDROID_LEVELS;
  if (os !== 'ANDROID' || level === undefined || (Number(level) >= min && Number(level) <= max)) return;
  yield warning('neoCompilerOptions', OPTIONS, `should have an ANDROID_PLATFORM from ${min} to ${max}, got '${level}'`);
}

/** The text or the number that an option has, in JSON or in what looks like it; hyphens may be underscores, too. */
function valueOf(name: string, options: string): string | undefined {
  const [quote, value] = [`["']`, `(?:["']([^"']*)["']|([-\\w.]+))`];
  const found = new RegExp(`${quote}${name.replace('-', '[-_]')}${quote}\\s*:\\s*${value}`, 'i').exec(options);
  return found?.[1] ?? found?.[2];
}
