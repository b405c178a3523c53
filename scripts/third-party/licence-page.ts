import type { BundledPackage } from './bundled-packages';

const RULE = '-'.repeat(80);

/** Some packages have no text of it in their archives; the one of this package is the same. */
const OWN_LICENCE = 'Apache-2.0';
const SEE_OWN = 'Its archive has no text of its licence: LICENSE, beside this file, is the same.';

type Licensed = Pick<BundledPackage, 'name' | 'version' | 'licence' | 'files'>;

/** The licences of what is bundled, as a text: each licence once, below the names of those that are under it. */
export function licencePage(packages: readonly Licensed[]): string {
  const namesOf = new Map<string, string[]>();
  for (const each of packages) {
    const text = textsOf(each).join(`\n\n`);
    namesOf.set(text, [...(namesOf.get(text) ?? []), `${each.name} ${each.version} (${each.licence})`]);
  }
  const sections = [...namesOf].map(([text, names]) => `${RULE}\n${names.join('\n')}\n${RULE}\n\n${text}\n`);
  return [`This package has code of ${packages.length} others in its files, under their licences:\n`, ...sections].join(
    '\n',
  );
}

function textsOf({ name, version, licence, files }: Licensed): string[] {
  if (files.length > 0) return files.map(({ text }) => text);
  if (licence === OWN_LICENCE) return [SEE_OWN];
  throw new Error(`${name} ${version} is bundled, and its archive has no text of its licence, ${licence}`);
}
