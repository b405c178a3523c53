import { isObject, itemsIn } from '../../../local-file/json-value';
import type { TellFault } from '../../request-body/body-check';

/** Looks at a record of training data. */
export type RecordCheck = (record: Record<string, unknown>, tell: TellFault) => void;

/** What has to be known of the file. */
export interface NovaRecordOptions {
  /** Whether it is a local one, which is uploaded to the bucket of assets. */
  readonly isUploaded?: boolean;
}

/** Words that a prompt must not have. */
const RESERVED = /(?:User|Bot|Assistant|System):|<image>|<video>|\[EOS\]/;
const PAGE = 'by the page of Nova';
const WARNING = 'trainingMedia';

/**
 * The check of conversations that Nova learns from.
 *
 * @see https://docs.aws.amazon.com/nova/latest/userguide/fine-tune-prepare-data-understanding.html
 */
export function novaRecordCheck({ isUploaded }: NovaRecordOptions): RecordCheck {
  /** The kind of media that came first in the file. */
  let first: string | undefined;
  return ({ system, messages }, tell) => {
    let videos = 0;
    const visitMedia = (place: string, kind: string, media: unknown) => {
      if (kind === 'video') videos++;
      first ??= kind;
      if (kind !== first) {
        tell('media', `'${place}' should be left out: ${PAGE}, a file has images or videos, and not both`, WARNING);
      }
      const source = isObject(media) && isObject(media.source) ? media.source : {};
      if (source.bytes !== undefined) {
        tell('bytes', `'${place}.source.bytes' should be 's3Location': ${PAGE}, media lie in ${BUCKET}`, WARNING);
      } else if (isUploaded && source.s3Location !== undefined) {
        tell('bucket', `'${place}.source.s3Location' should be in ${BUCKET}, ${PAGE}, and ${GIVE}`, WARNING);
      }
    };
    const visitBlocks = (blocks: unknown, path: string, isPrompt: boolean) => {
      itemsIn(blocks).forEach((block, index) => {
        if (!isObject(block)) return;
        const place = `${path}[${index}]`;
        const word = isPrompt && typeof block.text === 'string' ? RESERVED.exec(block.text)?.[0] : undefined;
        if (word !== undefined) {
          const text = `'${place}.text' should not have '${word}': ${PAGE}, a job fails whose prompts have it`;
          tell(`word ${word}`, text, 'trainingReservedWord');
        }
        for (const kind of ['image', 'video']) {
          if (block[kind] !== undefined) visitMedia(`${place}.${kind}`, kind, block[kind]);
        }
      });
    };
    visitBlocks(system, 'system', true);
    itemsIn(messages).forEach((message, index) => {
      if (isObject(message)) visitBlocks(message.content, `messages[${index}].content`, message.role === 'user');
    });
    if (videos > 1) tell('videos', `has ${videos} videos: ${PAGE}, a record has one at most`, WARNING);
  };
}

const BUCKET = 'the bucket of the dataset';
const GIVE = "a local file gets into that of the assets: give it with 'CustomizationData.fromBucket()'";
