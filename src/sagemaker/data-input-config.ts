import { Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { requireText } from '../validation/request-check';

/**
 * The names, shapes and types of a model's inputs. Which of them a framework wants, and in which layout, is the
 * framework's; XGBoost needs none.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_InputConfig.html
 */
export class DataInputConfig {
  /**
   * Inputs by name, such as `{ input: [1, 3, 224, 224] }`.
   *
   * @param inputs The inputs; rendered as JSON of 1 to 16,384 characters.
   */
  public static fromObject(inputs: { [name: string]: unknown }): DataInputConfig {
    return new DataInputConfig(inputs);
  }

  /**
   * Inputs in their order, such as `[[1, 3, 224, 224]]`: PyTorch takes shapes without names.
   *
   * @param inputs The inputs; rendered as JSON of 1 to 16,384 characters.
   */
  public static fromArray(inputs: unknown[]): DataInputConfig {
    return new DataInputConfig(inputs);
  }

  /**
   * The text that the API takes, as it is. AWS's own examples are not always JSON: `{'input': [1, 3, 224, 224]}` is
   * one of them.
   *
   * @param inputs The text, of 1 to 16,384 characters.
   */
  public static fromString(inputs: string): DataInputConfig {
    return new DataInputConfig(inputs);
  }

  private constructor(private readonly inputs: string | unknown[] | { [name: string]: unknown }) {}

  /**
   * The configuration as the API takes it.
   *
   * @internal
   */
  public _render(scope: IConstruct): string {
    const text = typeof this.inputs === 'string' ? this.inputs : Stack.of(scope).toJsonString(this.inputs);
    requireText(scope, 'dataInputConfig', text, { min: 1, max: 16384 });
    return text;
  }
}
