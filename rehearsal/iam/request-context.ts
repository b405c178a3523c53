/**
 * What is known of a request's condition keys: the values of those that it has, and `undefined` for those that it
 * certainly lacks. Of a key that is not here, nothing is known. A name that ends in `/*` stands for every other key that
 * begins like it, such as `aws:RequestTag/*`.
 */
export type RequestContext = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The values that a request has for a condition key, or why there are none. */
export type KeyValues = readonly string[] | 'absent' | 'unknown';

/** A request as the conditions of policies see it. */
export class RequestKeys {
  private readonly context: ReadonlyMap<string, string | readonly string[] | undefined>;
  private readonly service: string;

  constructor(action: string, context: RequestContext) {
    // condition keys are written in any case
    this.context = new Map(Object.entries(context).map(([key, value]) => [key.toLowerCase(), value]));
    this.service = serviceOf(action);
  }

  public valuesOf(key: string): KeyValues {
    const name = key.toLowerCase();
    const known = [name, name.replace(/\/.*$/, '/*')].find((each) => this.context.has(each));
    if (known !== undefined) {
      const value = this.context.get(known);
      if (value === undefined) return 'absent';
      return typeof value === 'string' ? [value] : value;
    }
    // a service's own keys are in requests to that service only
    return ['aws', this.service].includes(serviceOf(name)) ? 'unknown' : 'absent';
  }
}

function serviceOf(name: string): string {
  return name.slice(0, name.indexOf(':')).toLowerCase();
}
