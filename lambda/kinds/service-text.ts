/** What others have named: ARNs, URIs, the principal that a denial is about, buckets and the keys of objects. */
const NAMES = new RegExp(
  [
    String.raw`\barn:[a-z0-9-]+:(?!kms:)[^\s"'\x60,;()]+`,
    // that it is a key of KMS, and none of S3, stays
    String.raw`(?<=\barn:[a-z0-9-]+:kms:)[^\s"'\x60,;()]+`,
    String.raw`\b(?:s3|https?):\/\/[^\s"'\x60,;()]+`,
    String.raw`\bassumed-role\/[^\s"'\x60,;()]+`,
    // as in "bucket: models at key lora/config.json", "Bucket: models, Key: lora.tar.gz" and "The bucket my-models does not exist"
    String.raw`(?<=\b(?:bucket|key|not exist): ?)(?!arn:|alias\/)[^\s"'\x60,;()]+`,
    String.raw`(?<=\bat key )[^\s"'\x60,;()]+`,
    String.raw`(?<=\bkey )(?!arn:|alias\/)[^\s"'\x60,;()]+[./][^\s"'\x60,;()]+`,
    String.raw`(?<=\bbucket )[a-z0-9]+[-.][a-z0-9.-]+`,
  ].join('|'),
  'gi',
);

/**
 * A text of a service without what others have named, such as the role in it: a judgement hangs on the words of the service
 * alone. Every denial has `assumed-role` in the ARN of its principal, and a bucket may be called anything.
 */
export function wordsOf(text: string): string {
  return text.replace(NAMES, '…');
}
