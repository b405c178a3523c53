/** Messages that people search for, as services say them, and what the handler makes of them. */
export interface MessageGroup {
  /** The heading of its table. */
  readonly title: string;
  /** The hint that the handler gives for a message. */
  readonly hint: (message: string) => string | undefined;
  readonly messages: readonly string[];
}
