import {
  BYTES,
  type Disagreement,
  LINK,
  type Misfit,
  object,
  type ObjectShape,
  oneOf,
  TEXT,
  union,
} from './body-shape';
import { isObject } from '../../local-file/json-value';

/**
 * Media as the Converse API and the models of Amazon have them: a format, and bytes as Base64 or an object in S3.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ContentBlock.html
 */
export const IMAGE_FORMAT = oneOf('png', 'jpeg', 'gif', 'webp');
export const VIDEO_FORMAT = oneOf('mkv', 'mov', 'mp4', 'webm', 'flv', 'mpeg', 'mpg', 'wmv', 'three_gp');
export const AUDIO_FORMAT = oneOf(
  ...['mp3', 'opus', 'wav', 'aac', 'flac', 'mp4', 'ogg', 'mkv', 'mka', 'x-aac', 'm4a', 'mpeg', 'mpga', 'pcm', 'webm'],
);
export const DOCUMENT_FORMAT = oneOf('pdf', 'csv', 'doc', 'docx', 'xls', 'xlsx', 'html', 'txt', 'md');

/** No two documents of a request may have one name. */
export const DOCUMENT_NAME = { ...TEXT, holds: 'document name', isCompared: true } as const;

const S3_LOCATION = object({ uri: LINK, bucketOwner: TEXT }, { required: ['uri'] });

/** Where media come from. */
export const MEDIA_SOURCE = union(
  { bytes: BYTES, s3Location: S3_LOCATION },
  {
    url: { text: "is no member of a source: nothing is fetched, so that 'bytes' must have the file as Base64" },
    base64: { text: "is no member of a source: did you mean 'bytes'?" },
    data: { text: "is no member of a source: did you mean 'bytes'?" },
  },
);

/** A block of OpenAI's API. */
export const OF_OPEN_AI: { readonly [block: string]: Misfit } = {
  image_url: {
    text: 'is a block of OpenAI\'s API: an image is {"image": {"format": "png", "source": {"bytes": "…"}}} here',
  },
};

/** How images begin in Base64: each format has a signature of its own. */
const SIGNATURES: readonly (readonly [beginning: RegExp, format: string])[] = [
  [/^iVBORw0KGgo/, 'png'],
  [/^\/9j\//, 'jpeg'],
  [/^R0lGOD[dl]h/, 'gif'],
  // RIFF, a size of four bytes, and WEBP
  [/^UklGR.{7}RUJQ/, 'webp'],
];
const FORMATS = SIGNATURES.map(([, format]) => format);
const PDF = /^JVBERi0/;

/**
 * An image that begins as one of another format does than it is said to be, or as no image does.
 *
 * @param member The member that says the format.
 * @param format The format that it says, such as `png`.
 * @param nameOf What the member would be for a format.
 */
export function otherFormat(
  member: string,
  format: unknown,
  bytes: unknown,
  nameOf: (format: string) => string = (each) => each,
): Disagreement | undefined {
  if (typeof bytes !== 'string' || !FORMATS.some((each) => nameOf(each) === format)) return undefined;
  const warning = 'recordMediaFormat';
  if (PDF.test(bytes)) {
    const text = `is '${String(format)}', and a PDF begins as this file does: give it in a block of a document, where the model takes one`;
    return { member, text, warning };
  }
  const found = SIGNATURES.find(([beginning]) => beginning.test(bytes))?.[1];
  if (found === undefined || nameOf(found) === format) return undefined;
  const text = `is '${String(format)}', and the image begins as one of '${nameOf(found)}' does: models refuse an image of another format than they are told`;
  return { member, text, warning };
}

/** Media of a format. */
export function media(format: ObjectShape['members'][string]): ObjectShape {
  return object(
    { format, source: MEDIA_SOURCE },
    {
      required: ['format', 'source'],
      agreement: {
        of: ['format', 'source'],
        disagreement: ({ format: said, source }) =>
          isObject(source) ? otherFormat('format', said, source.bytes) : undefined,
      },
    },
  );
}
