/**
 * The framework that a model was trained with. Which of them Neo compiles depends on the target: there is a warning where
 * its documentation does not have one for a target.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/neo-supported-cloud.html
 */
export class Framework {
  /** TensorFlow: a SavedModel, or a frozen graph. */
  public static readonly TENSORFLOW = Framework.of('TENSORFLOW');
  /** Keras: one `.h5` file. */
  public static readonly KERAS = Framework.of('KERAS');
  /** MXNet: one `.json` symbol file and one `.params` file. */
  public static readonly MXNET = Framework.of('MXNET');
  /** ONNX: one `.onnx` file. */
  public static readonly ONNX = Framework.of('ONNX');
  /** PyTorch: one `.pt` or `.pth` file. */
  public static readonly PYTORCH = Framework.of('PYTORCH');
  /** XGBoost: one `.model` file. */
  public static readonly XGBOOST = Framework.of('XGBOOST');
  /** TensorFlow Lite: one `.tflite` file, for edge devices. */
  public static readonly TFLITE = Framework.of('TFLITE');
  /** Darknet: one `.cfg` file and one `.weights` file, for edge devices. */
  public static readonly DARKNET = Framework.of('DARKNET');
  /** scikit-learn, which the API takes and Neo's tables do not have. */
  public static readonly SKLEARN = Framework.of('SKLEARN');

  /**
   * A framework that this library does not know yet.
   *
   * @param value The framework as the API spells it.
   */
  public static of(value: string): Framework {
    return new Framework(value);
  }

  private constructor(
    /** The framework as the API spells it. */
    public readonly value: string,
  ) {}
}
