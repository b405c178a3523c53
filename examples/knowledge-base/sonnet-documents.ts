import type { Sonnet } from '../batch-inference/sonnet-records';

/** How many of the sonnets are documents. */
const DOCUMENTS = 12;

/** The documents of the knowledge base, by the names of their files: one a sonnet, and what is to be known of the first. */
export function sonnetDocuments(sonnets: readonly Sonnet[]): ReadonlyMap<string, string> {
  const documents = sonnets.slice(0, DOCUMENTS).map(({ numeral, text }, index): [string, string] => {
    return [nameOf(index), `# Sonnet ${numeral}\n\n${text}\n`];
  });
  const metadata = { metadataAttributes: { author: 'William Shakespeare', number: 1 } };
  return new Map([...documents, [`${nameOf(0)}.metadata.json`, `${JSON.stringify(metadata, undefined, 2)}\n`]]);
}

function nameOf(index: number): string {
  return `sonnet-${String(index + 1).padStart(3, '0')}.md`;
}
