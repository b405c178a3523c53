import { Tokenization } from 'aws-cdk-lib';
import type { Request } from '../../job/request-overrides';
import { entriesInKeyOrder } from '../../key-order';

/**
 * The scale on which the values of a hyperparameter are tried.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/automatic-model-tuning-define-ranges.html
 */
export enum ParameterScaling {
  /** SageMaker chooses the scale. */
  AUTO = 'Auto',
  /** For values within one order of magnitude. */
  LINEAR = 'Linear',
  /** For values over several orders of magnitude, all of which are greater than 0. */
  LOGARITHMIC = 'Logarithmic',
  /** For continuous values from 0 to less than 1, where small changes near 1 matter. */
  REVERSE_LOGARITHMIC = 'ReverseLogarithmic',
}

/** How the values of a numeric hyperparameter are tried. */
export interface ParameterRangeOptions {
  /**
   * The scale on which values are tried.
   *
   * @default ParameterScaling.AUTO
   */
  readonly scaling?: ParameterScaling;
}

/**
 * The values of a hyperparameter among which a tuning job looks for the best.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ParameterRanges.html
 */
export class ParameterRange {
  /**
   * All numbers between two, these included.
   *
   * @param min The smallest value.
   * @param max The largest value.
   */
  public static continuous(min: number, max: number, options: ParameterRangeOptions = {}): ParameterRange {
    return new ParameterRange('ContinuousParameterRanges', numbers(min, max, options), options);
  }

  /**
   * All whole numbers between two, these included.
   *
   * @param min The smallest value.
   * @param max The largest value.
   */
  public static integer(min: number, max: number, options: ParameterRangeOptions = {}): ParameterRange {
    return new ParameterRange('IntegerParameterRanges', numbers(min, max, options), options);
  }

  /**
   * Some texts.
   *
   * @param values The texts: 1 to 30, of up to 256 characters each.
   */
  public static categorical(values: string[]): ParameterRange {
    return new ParameterRange('CategoricalParameterRanges', { Values: values });
  }

  /**
   * What SageMaker finds best, from an example: give the job `autotune`, too.
   *
   * @param valueHint A value that the hyperparameter may have, as a text of up to 256 characters.
   */
  public static auto(valueHint: string): ParameterRange {
    return new ParameterRange('AutoParameters', { ValueHint: valueHint });
  }

  private constructor(
    private readonly list: RangeList,
    private readonly members: Request,
    /**
     * What was given as options: it is looked at when the job is there to be named.
     *
     * @internal
     */
    public readonly _options: ParameterRangeOptions = {},
  ) {}

  /**
   * The list of the API's `ParameterRanges` that the range is in, and the range itself.
   *
   * @internal
   */
  public _render(name: string): { readonly list: RangeList; readonly range: Request } {
    return { list: this.list, range: { Name: name, ...this.members } };
  }
}

/** The lists of the API's `ParameterRanges`. */
export const RANGE_LISTS = [
  'IntegerParameterRanges',
  'ContinuousParameterRanges',
  'CategoricalParameterRanges',
  'AutoParameters',
] as const;

type RangeList = (typeof RANGE_LISTS)[number];

/** The API's `ParameterRanges`. */
export function renderRanges(ranges: { readonly [name: string]: ParameterRange } | undefined): Request | undefined {
  if (ranges === undefined) return undefined;
  const rendered = entriesInKeyOrder(ranges).map(([name, range]) => range._render(name));
  const lists = RANGE_LISTS.map((list) => [list, rendered.filter((each) => each.list === list)] as const);
  return Object.fromEntries(
    lists.filter(([, items]) => items.length > 0).map(([list, items]) => [list, items.map(({ range }) => range)]),
  );
}

/** The API has texts for numbers; a number that is a token becomes a text that is one. */
function numbers(min: number, max: number, options: ParameterRangeOptions): Request {
  const [MinValue, MaxValue] = [min, max].map((value) =>
    typeof value === 'number' ? Tokenization.stringifyNumber(value) : value,
  );
  return { MinValue, MaxValue, ScalingType: (options as ParameterRangeOptions | null)?.scaling };
}
