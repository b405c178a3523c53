import { Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { requireText } from '../validation/request-check';

/**
 * Options for the compiler of a target: needed for NVIDIA accelerators, recommended for processors.
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
    return new CompilerOptions(options);
  }

  private constructor(private readonly options: string | { [name: string]: unknown }) {}

  /**
   * The options as the API takes them.
   *
   * @internal
   */
  public _render(scope: IConstruct): string {
    const text = typeof this.options === 'string' ? this.options : Stack.of(scope).toJsonString(this.options);
    requireText(scope, 'target.compilerOptions', text, {
      min: 3,
      max: 1024,
      pattern: /^.*$/,
      describe: 'without line breaks',
    });
    return text;
  }
}
