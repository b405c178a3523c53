import type { IConstruct } from 'constructs';
import { inKeyOrder } from '../../key-order';
import { type Finding, inInput, refusal } from '../../validation/finding';
import type { ModelInput } from '../model-archive/content/file-facts';
import { dataInputMember } from '../neo/data-input-member';
import { dataInputRules } from '../neo/data-input-rules';
import { givenTextRules, inputsInText } from '../neo/given-text';
import { inputsAsGiven, readsOrder } from '../neo/input-order';
import { jsonText } from '../neo/json-text';
import { modelInputRules } from '../neo/model-inputs';
import { fixedInputs, openInputsText } from '../neo/neo-inputs';
import type { NeoTarget } from '../neo/neo-target';

/**
 * The names, shapes and types of a model's inputs.
 *
 * Each framework has its own layout:
 *
 * - TensorFlow and TensorFlow Lite: shapes by name, with the channels last (NHWC);
 * - Keras, MXNet, ONNX and Darknet: shapes by name, with the channels first (NCHW), although Keras itself has them last;
 * - PyTorch: shapes by name, or a list of shapes in the order of the inputs, with the channels first;
 * - XGBoost: nothing.
 *
 * A shape is a list of whole numbers. For the device `coreml`, an input may be an object: its `shape` may have ranges
 * (`'1..10'`) or be a list of shapes; `default_shape` is one of them; `type` is `Image` or `Tensor`, and an image has
 * `bias` and `scale`.
 *
 * What is written as an object or a list is checked when the app is synthesized, as far as it is known then.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_InputConfig.html
 */
export class DataInputConfig {
  /**
   * Inputs by name, such as `{ input: [1, 3, 224, 224] }`, or for Core ML
   * `{ input: { shape: [[1, 224, 224, 3], [1, 160, 160, 3]], default_shape: [1, 224, 224, 3] } }`.
   *
   * Neo takes the inputs of PyTorch, MXNet, ONNX and Darknet models in order, so those keep the order that they are given
   * in; all others are written in the order of their names. If such a model has several inputs, say them with a map that
   * has an order: a `LinkedHashMap` in Java, where `Map.of` has another order in every run, so that every deployment would
   * compile anew. Go has no such map, and objects have names that are whole numbers first: use `fromString()` there.
   *
   * @param inputs The inputs; rendered as JSON of 1 to 16,384 characters.
   */
  public static fromObject(inputs: { [name: string]: unknown }): DataInputConfig {
    return new DataInputConfig(inputs);
  }

  /**
   * Inputs in their order, without names, such as `[[1, 3, 224, 224]]`: PyTorch takes them.
   *
   * @param inputs The inputs; rendered as JSON of 1 to 16,384 characters.
   */
  public static fromArray(inputs: unknown[]): DataInputConfig {
    return new DataInputConfig(inputs);
  }

  /**
   * The text that the API takes, as it is. Where it can be read, as JSON or as AWS's own examples have it
   * (`{'input': [1, 3, 224, 224]}`), it is checked as an object or a list is; a text that cannot be read is a warning.
   *
   * @param inputs The text, of 1 to 16,384 characters.
   */
  public static fromString(inputs: string): DataInputConfig {
    return new DataInputConfig(inputs, 'text');
  }

  /**
   * What the model itself says: the names and shapes of its inputs are read from the archive when the app is synthesized.
   *
   * It works for a local archive (`ModelData.fromAsset()`) with a model of ONNX, TensorFlow Lite, Keras or TensorFlow, whose
   * inputs have one size. Where the model leaves a size open, the error says what to give.
   */
  public static fromModel(): DataInputConfig {
    return new DataInputConfig(undefined, 'model');
  }

  private constructor(
    private readonly inputs: unknown,
    /** Whether they are said by a value, a text that is sent as it is, or the model. */
    private readonly form: 'value' | 'text' | 'model' = 'value',
  ) {}

  /**
   * The configuration as the API takes it, for a framework where it is known.
   *
   * @internal
   */
  public _render(scope: IConstruct, framework: string | undefined, model?: readonly ModelInput[]): string | undefined {
    if (this.form === 'model') {
      const inputs = framework === undefined || !model ? undefined : fixedInputs(framework, model);
      return inputs && jsonText(scope, 'dataInputConfig', inputs, readsOrder(framework) ? inputsAsGiven : inKeyOrder);
    }
    if (this.form === 'text') return this.inputs as string;
    return jsonText(scope, 'dataInputConfig', this.inputs, readsOrder(framework) ? inputsAsGiven : inKeyOrder);
  }

  /**
   * What the inputs must be for a framework and a target.
   *
   * @internal
   */
  public *_rules(framework: string | undefined, target: NeoTarget, model?: readonly ModelInput[]): Iterable<Finding> {
    if (this.form === 'model') return;
    const isText = this.form === 'text';
    const inputs = isText ? inputsInText(this.inputs) : this.inputs;
    const unread = isText ? [...givenTextRules(this.inputs, framework)] : [];
    yield* unread;
    const isRead = !isText || inputs !== undefined;
    if (isRead && unread.length === 0) yield* dataInputRules(inputs, framework, target);
    if (framework === undefined || !model) return;
    for (const finding of modelInputRules(inputs, framework, model)) yield inInput('modelInputs', finding);
  }

  /**
   * What is wrong where the request has no inputs, although they were to be read from the model.
   *
   * @internal
   */
  public *_missingRules(framework: string | undefined, model?: readonly ModelInput[]): Iterable<Finding> {
    if (this.form !== 'model' || framework === undefined) return;
    const reason = model
      ? openInputsText(framework, model)
      : 'the inputs cannot be read from it: give them with DataInputConfig.fromObject()';
    yield refusal(dataInputMember('dataInputConfig'), `must be what the model says, and ${reason}`);
  }
}
