/**
 * What the model of a service says of the requests of some of its operations: required members, enums, patterns,
 * lengths and ranges. Written by `npm run constraints:update`, from the models that AWS publishes with its SDKs.
 */
export interface ServiceModel {
  /** The service as it is called in ARNs. */
  readonly service: string;
  /** What its endpoint is called, and its model, where that is another name: a service may have several. */
  readonly endpoint?: string;
  /** The version of the service's API. */
  readonly apiVersion: string;
  /** Where the model is from, with its version. */
  readonly source: string;
  /** The shape of the request of each operation. */
  readonly operations: { readonly [operation: string]: string };
  /** Where the service takes the calls of each operation, if its protocol is REST. */
  readonly routes?: { readonly [operation: string]: Route };
  readonly shapes: { readonly [name: string]: Shape };
}

/** The place of an operation in a REST API. */
export interface Route {
  readonly method: string;
  /** `{member}` stands for the value of one. */
  readonly path: string;
  /** The members that stand in the query, with their names there. */
  readonly query?: { readonly [member: string]: string };
}

/** What a member of a request must be. Lengths and sizes are characters, items, or entries. */
export interface Shape {
  /**
   * One of `structure`, `union`, `list`, `map`, `string`, `integer`, `long`, `float`, `boolean`, `timestamp`; a `document` is anything
   * that JSON has a form for.
   */
  readonly type: string;
  /** The shapes of the members of a structure, or of a union, of which exactly one must be given. */
  readonly members?: { readonly [member: string]: string };
  readonly required?: readonly string[];
  /** The shape of the items of a list. */
  readonly item?: string;
  /** The shapes of the keys and of the values of a map. */
  readonly key?: string;
  readonly value?: string;
  readonly enum?: readonly string[];
  /** What a text must match as a whole. */
  readonly pattern?: string;
  /** The only characters that a text which matches the pattern can have, where there are others. */
  readonly characters?: string;
  /** What the beginning of a text must match as a whole, however little of it is known, where that says more. */
  readonly head?: string;
  /** The least and the most: of a number itself, of anything else its length. */
  readonly min?: number;
  readonly max?: number;
  /** How a time is written, where that is not as seconds. */
  readonly format?: string;
}
