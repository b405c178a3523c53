/** Where jobs write objects, as far as the handler reads them. Calls throw what the store says. */
export interface ObjectStore {
  /** The keys of a bucket that begin with a text. */
  keys(bucket: string, prefix: string): AsyncIterable<string>;
  /** The lines of an object, one after the other: an object may be larger than the memory. */
  lines(bucket: string, key: string): AsyncIterable<string>;
}
