/**
 * The data type that the weights of a model get.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/model-optimize.html
 */
export class QuantizationFormat {
  /** INT4-AWQ: weights of 4 bits. */
  public static readonly AWQ = QuantizationFormat.of('awq');
  /** FP8: floating-point numbers of 8 bits. */
  public static readonly FP8 = QuantizationFormat.of('fp8');
  /** INT8-SmoothQuant: weights and activations of 8 bits, for models that are compiled for a GPU as well. */
  public static readonly SMOOTHQUANT = QuantizationFormat.of('smoothquant');

  /**
   * A format that has no constant here.
   *
   * @param value The format as the containers for large models spell it.
   */
  public static of(value: string): QuantizationFormat {
    return new QuantizationFormat(value);
  }

  private constructor(
    /** The format as the containers for large models spell it. */
    public readonly value: string,
  ) {}
}
