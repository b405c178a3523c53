/** A page of the keys of a bucket. */
export interface KeyPage {
  readonly keys: readonly string[];
  /** What the next page is asked for with. @default - there is none */
  readonly next?: string;
}

/** What stands for itself in XML, by how it is written there. */
const ENTITIES: { readonly [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * A page as S3 answers `ListObjectsV2` with `encoding-type=url`: its keys are encoded as in a URL, so that they have nothing in them
 * that is written in another way in XML.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html
 */
export function keyPageIn(xml: string): KeyPage {
  const keys = [...xml.matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, key]) => decodeURIComponent(key.replaceAll('+', ' ')));
  const next = textIn(xml, 'NextContinuationToken');
  return { keys, ...(next !== undefined && { next }) };
}

/** The text of the first element with a name. */
export function textIn(xml: string, element: string): string | undefined {
  const [, text] = new RegExp(`<${element}>([^<]*)</${element}>`).exec(xml) ?? [];
  return text?.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (written: string, ...[decimal, hex, name]: string[]) => {
    if (name !== undefined) return ENTITIES[name] ?? written;
    return String.fromCodePoint(decimal === undefined ? parseInt(hex, 16) : Number(decimal));
  });
}
