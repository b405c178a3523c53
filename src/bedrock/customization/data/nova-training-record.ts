import { isObject } from '../../input/record-fault';
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
const MEDIA = ['image', 'video'];

/**
 * The check of conversations that Nova learns from, after the numbered points of its page.
 *
 * @see https://docs.aws.amazon.com/nova/latest/userguide/fine-tune-prepare-data-understanding.html
 */
export function novaRecordCheck({ isUploaded }: NovaRecordOptions): RecordCheck {
  let firstMedia: string | undefined;
  return ({ system, messages }, tell) => {
    let videos = 0;
    for (const { path, name, value, isPrompt } of [...blocksOf(system, 'system', true), ...turnsOf(messages)]) {
      if (name === 'text' && isPrompt) tellReserved(path, value, tell);
      if (!MEDIA.includes(name)) continue;
      if (name === 'video') videos++;
      firstMedia ??= name;
      if (name !== firstMedia) {
        tell('media', `has a block '${name}', and a block '${firstMedia}' came before: ${ONE_KIND}`, 'trainingMedia');
      }
      tellSource(path, value, isUploaded, tell);
    }
    if (videos > 1) tell('videos', `has ${videos} videos, and ${ONE_VIDEO}`, 'trainingMedia');
  };
}

const ONE_KIND = 'by the page of Nova, the records of a file have images or videos, and not both';
const ONE_VIDEO = 'by the page of Nova, a record has one at most: make several records of them';

function tellReserved(path: string, text: unknown, tell: TellFault): void {
  const [word] = (typeof text === 'string' ? RESERVED.exec(text) : undefined) ?? [];
  if (word === undefined) return;
  const why = `by the page of Nova, a job fails whose prompts have it: write another word, got '${word}'`;
  tell(`reserved ${word}`, `'${path}' should have no word that is reserved: ${why}`, 'trainingReservedWord');
}

function tellSource(path: string, media: unknown, isUploaded: boolean | undefined, tell: TellFault): void {
  const source = isObject(media) ? media.source : undefined;
  if (!isObject(source)) return;
  if (source.bytes !== undefined) {
    const text = `'${path}.source.bytes' should be 's3Location': by the page of Nova, media are objects in the bucket of the dataset`;
    tell('bytes', text, 'trainingMedia');
  } else if (isUploaded && source.s3Location !== undefined) {
    const text = `'${path}.source.s3Location' should be in the bucket of the dataset, by the page of Nova, and a local file is uploaded to that of the assets: put both into one bucket, and give the file with 'CustomizationData.fromBucket()'`;
    tell('bucket', text, 'trainingMedia');
  }
}

interface Block {
  readonly path: string;
  /** The one member that says what it is. */
  readonly name: string;
  readonly value: unknown;
  readonly isPrompt: boolean;
}

function turnsOf(messages: unknown): Block[] {
  return listOf(messages).flatMap((message, index) =>
    isObject(message) ? blocksOf(message.content, `messages[${index}].content`, message.role === 'user') : [],
  );
}

function blocksOf(blocks: unknown, path: string, isPrompt: boolean): Block[] {
  return listOf(blocks).flatMap((block, index) =>
    isObject(block)
      ? Object.entries(block).map(([name, value]) => ({ path: `${path}[${index}].${name}`, name, value, isPrompt }))
      : [],
  );
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
