import type { IConstruct } from 'constructs';
import { requireOptions } from '../../validation/property-check';
import { jsonText } from '../neo/json-text';

/**
 * Options for the compiler of a target: needed for NVIDIA accelerators, recommended for processors.
 *
 * What a target takes:
 *
 * - NVIDIA: `gpu-code` (`sm_72`), `trt-ver` (`6.0.1`) and `cuda-ver` (`10.1`); Jetson devices with TensorFlow 2 take
 *   `JETPACK_VERSION` and `gpu_code`.
 * - Processors: `mcpu`, such as `skylake-avx512`, and `mattr`, such as `['+neon']`.
 * - Android: `ANDROID_PLATFORM`, from 21 to 29.
 * - PyTorch on cloud instances: the `dtype` of the input, one of `float`, `float32`, `int64` and `long`.
 * - AWS Inferentia: the options of its compiler, such as `num-neuroncores`; or its command line, with `fromString`.
 * - Core ML: `class_labels`, a file in the model archive.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_OutputConfig.html
 */
export class CompilerOptions {
  /**
   * Options by name, such as `{ 'gpu-code': 'sm_53', 'trt-ver': '5.0.6', 'cuda-ver': '10.0' }`.
   *
   * @param options The options; rendered as JSON of 3 to 1,024 characters.
   */
  public static fromObject(options: { [name: string]: unknown }): CompilerOptions {
    return new CompilerOptions(options);
  }

  /**
   * The text that the API takes, as it is. Not all of it is JSON: AWS Inferentia takes
   * `"\"--verbose 1 --num-neuroncores 2\""`.
   *
   * @param options The text, of 3 to 1,024 characters without line breaks.
   */
  public static fromString(options: string): CompilerOptions {
    return new CompilerOptions(options, true);
  }

  private constructor(
    private readonly options: unknown,
    private readonly isText = false,
  ) {}

  /**
   * The options as the API takes them.
   *
   * @internal
   */
  public _render(scope: IConstruct): string {
    if (this.isText) return this.options as string;
    requireOptions(scope, 'target.compilerOptions', this.options, { required: true });
    return jsonText(scope, 'target.compilerOptions', this.options);
  }
}
