import type { ObjectShape } from './body-shape';
import { CONVERSE_BODY } from './converse-body';
import { FAMILIES } from './model-family';
import type { ReadingScope } from '../../local-file/reading-scope';

/** What is looked at in a file of records, whatever the model is. */
const FILE: ReadingScope = {
  input: 'every file of records',
  looksAt: [
    'UTF-8 and JSON of each line',
    '`modelInput` and `recordId`, and no other member',
    'ids that are there twice',
    'halves of characters',
    'how many records, and how large',
  ],
  leaves: ['media in S3', 'quotas of single models'],
};

const UNKNOWN: ReadingScope = {
  input: 'InvokeModel, any other model',
  looksAt: ['that the body is an object without `modelId`'],
  leaves: ['the body, which is left to the service'],
};

/** What is looked at in the records of batch inference: the members come from the shapes that the check itself has. */
export function recordScopes(): ReadingScope[] {
  // of versions of a family, which have the same members, the last one is the oldest
  const families = [
    ...new Map(FAMILIES.map(({ name, body }) => [name, scopeOf(`InvokeModel, ${name}`, body)])).values(),
  ];
  return [FILE, scopeOf('Converse', CONVERSE_BODY), ...families, UNKNOWN];
}

function scopeOf(input: string, { members, required }: ObjectShape): ReadingScope {
  const names = Object.keys(members).map((name) => (required.includes(name) ? `**\`${name}\`**` : `\`${name}\``));
  return { input, looksAt: names, leaves: ['newer members', 'what texts say'] };
}
