import type { Construct } from 'constructs';
import { refusal } from '../../validation/finding';
import { note } from '../../validation/noted-findings';
import { requireString, requireValue } from '../../validation/property-check';

const MEMBER = 'trainingData.filter';

/** What a single comparison comes to. */
type Comparison = { readonly [comparison in 'equals' | 'notEquals']?: { readonly [key: string]: string } };

/** What a filter comes to in a request: a `RequestMetadataFilters` of the API. */
type RenderedFilter = Comparison | { readonly [operator in 'andAll' | 'orAll']?: readonly Comparison[] };

/**
 * Chooses invocations in logs by their request metadata: by one comparison, or by several that are joined in one way.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/rft-prepare-data.html
 */
export abstract class InvocationLogFilter {
  /** Those whose metadata have the value. Key and value have up to 256 characters. */
  public static has(key: string, value: string): InvocationLogFilter {
    return new ComparisonFilter('equals', key, value);
  }

  /** Those whose metadata do not have the value. */
  public static hasNot(key: string, value: string): InvocationLogFilter {
    return new ComparisonFilter('notEquals', key, value);
  }

  /** Those that all of the filters choose: 1 to 16, each a single comparison. */
  public static all(...filters: InvocationLogFilter[]): InvocationLogFilter {
    return new JoinedFilter('andAll', filters);
  }

  /** Those that any of the filters chooses: 1 to 16, each a single comparison. */
  public static any(...filters: InvocationLogFilter[]): InvocationLogFilter {
    return new JoinedFilter('orAll', filters);
  }

  /**
   * What the request says, checked.
   *
   * @internal
   */
  public abstract _render(scope: Construct): RenderedFilter;
}

class ComparisonFilter extends InvocationLogFilter {
  constructor(
    private readonly comparison: 'equals' | 'notEquals',
    private readonly key: string,
    private readonly value: string,
  ) {
    super();
  }

  /** @internal */
  public _render(scope: Construct): Comparison {
    requireString(scope, MEMBER, this.key, { required: true });
    requireString(scope, MEMBER, this.value, { required: true });
    return { [this.comparison]: { [this.key]: this.value } };
  }
}

class JoinedFilter extends InvocationLogFilter {
  constructor(
    private readonly operator: 'andAll' | 'orAll',
    private readonly filters: readonly InvocationLogFilter[],
  ) {
    super();
  }

  /** @internal */
  public _render(scope: Construct): RenderedFilter {
    const allowed = 'a filter, for example InvocationLogFilter.has()';
    const rendered = this.filters.map((filter) => {
      requireValue(scope, MEMBER, filter, { mark: '_render', allowed, required: true });
      // the API joins comparisons, and nothing that is joined already
      if (filter instanceof JoinedFilter) {
        note(scope, refusal(MEMBER, 'must join single comparisons: the API takes no filters that are joined already'));
      }
      return filter._render(scope) as Comparison;
    });
    return { [this.operator]: rendered };
  }
}
