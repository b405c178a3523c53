import { type Finding, type MemberName, warning } from '../validation/finding';
import { shown } from '../validation/shown';
import { partsOf, UNKNOWN } from '../validation/text-parts';

/** Names of data, and of no list of it. */
const DATA_NAME = /\.(?:csv|tsv|parquet|avro|orc|gz|zip|tar|rec|recordio|tfrecords?|libsvm|npy|npz|h5|jpe?g|png|bin)$/i;

/** What the place of a job's data in S3 should be: nothing is known of what lies there. */
export function* s3UriRules(member: MemberName, uri: unknown, type: unknown): Iterable<Finding> {
  if (typeof uri !== 'string') return;
  const parts = partsOf(uri);
  const text = parts.map((part) => (part === UNKNOWN ? 'unknown' : part)).join('');
  if (/[^:]\/\//.test(text)) {
    const reason = `has two slashes in a row in its key, got ${shown(uri)}: they are a folder without a name, which the container does not see as one. Leave one of them out, if the keys have one only`;
    yield warning('doubleSlash', member, reason);
  }
  if (/[*?]/.test(text)) {
    const reason = `has a wildcard in its key, got ${shown(uri)}: S3 knows none, and takes the character itself. Give what the keys begin with, or a manifest`;
    yield warning('wildcard', member, reason);
  }
  yield* manifestRules(member, uri, type, parts[parts.length - 1]);
}

/** A list of data has another name than data, as far as names say anything. */
function* manifestRules(
  member: MemberName,
  uri: string,
  type: unknown,
  end: string | typeof UNKNOWN,
): Iterable<Finding> {
  if (end === UNKNOWN) return;
  if (type === 'S3Prefix' && /\.manifest$/i.test(end)) {
    const reason = `is the name of a manifest, got ${shown(uri)}, and the job takes it for data: give it with 'fromManifest()', or with 'TrainingInput.fromAugmentedManifest()' if its records are JSON lines`;
    yield warning('dataManifest', member, reason);
  } else if (type !== 'S3Prefix' && DATA_NAME.test(end)) {
    const list =
      type === 'ManifestFile'
        ? 'a JSON array that begins with {"prefix": "s3://bucket/folder/"}, and goes on with the rest of each key'
        : 'JSON lines, each with the attributes of a record';
    const reason = `is the name of data, got ${shown(uri)}, and the job reads it as a manifest, which is ${list}: give data with 'fromBucket()'`;
    yield warning('dataManifest', member, reason);
  }
}
