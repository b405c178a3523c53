import { BYTES, LINK, object, type ObjectShape, oneOf, TEXT, union } from './body-shape';

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

const S3_LOCATION = object({ uri: LINK, bucketOwner: TEXT }, { required: ['uri'] });

/** Where media come from. */
export const MEDIA_SOURCE = union({ bytes: BYTES, s3Location: S3_LOCATION });

/** Media of a format. */
export function media(format: ObjectShape['members'][string]): ObjectShape {
  return object({ format, source: MEDIA_SOURCE }, { required: ['format', 'source'] });
}
