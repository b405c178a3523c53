/** What others have named: ARNs, URIs, and the principal that a denial is about. */
const NAMES = /\barn:[a-z0-9-]+:[^\s"'`,;()]+|\b(?:s3|https?):\/\/[^\s"'`,;()]+|\bassumed-role\/[^\s"'`,;()]+/gi;

/**
 * A text of a service without what others have named, such as the role in it: a judgement hangs on the words of the service
 * alone. Every denial has `assumed-role` in the ARN of its principal, and a bucket may be called anything.
 */
export function wordsOf(text: string): string {
  return text.replace(NAMES, '…');
}
