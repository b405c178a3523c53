import { distance } from 'fastest-levenshtein';
import { hasSwappedLetters, plainOf } from './enum-check';

/** A word with fewer letters is another word with any other letter, as `Uid` and `Gid` are. */
const SHORTEST_WORD = 4;
/** A word with as many letters may have two typos. */
const LONG_WORD = 8;

/**
 * The member that was meant by a name that no member has, where that is a slip; undefined where it may well be the name of
 * a member that is newer than the others. Members differ in whole words, slips within one: `InputConfig` and `OutputConfig`
 * are two members, and `OutputConfg` is none. A name of several words without the last of another is a slip, too, as
 * in `KmsKey` for `KmsKeyId`.
 */
export function meantMember(members: readonly string[], name: string): string | undefined {
  return (
    members.find((each) => plainOf(each) === plainOf(name)) ??
    members.find((each) => isMistyped(each, name)) ??
    members.find((each) => isBeginning(wordsOf(name), wordsOf(each)))
  );
}

function isMistyped(right: string, wrong: string): boolean {
  const [plain, ofWrong] = [plainOf(right), plainOf(wrong)];
  // a word too many is a word of another length
  if (plain.length >= LONG_WORD && distance(plain, ofWrong) === 1 && !isOtherWord(right, wrong)) return true;
  const [words, wrongWords] = [wordsOf(right), wordsOf(wrong)];
  if (words.length !== wrongWords.length) return false;
  return words.every((word, index) => word === wrongWords[index] || isTypo(word, wrongWords[index]));
}

/** Whether two names differ in a short word, of which there are many. */
function isOtherWord(right: string, wrong: string): boolean {
  const [words, wrongWords] = [wordsOf(right), wordsOf(wrong)];
  if (words.length !== wrongWords.length) return false;
  return words.some((word, index) => word !== wrongWords[index] && word.length < SHORTEST_WORD);
}

function isTypo(right: string, wrong: string): boolean {
  if (right.length < SHORTEST_WORD) return false;
  const typos = right.length < LONG_WORD ? 1 : 2;
  return distance(right, wrong) <= typos || hasSwappedLetters(right, wrong);
}

function isBeginning(words: readonly string[], of: readonly string[]): boolean {
  return words.length > 1 && words.length < of.length && words.every((word, index) => word === of[index]);
}

/** The words of a name, such as `s3`, `output` and `path`. */
function wordsOf(name: string): string[] {
  return (name.match(/[A-Z]+(?![a-z])\d*|[A-Z]?[a-z]+\d*|\d+/g) ?? []).map((word) => word.toLowerCase());
}
