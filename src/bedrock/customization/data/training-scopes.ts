import { CUSTOMIZATION_NAMES, TRAINING_FORMS } from './training-forms';
import type { ReadingScope } from '../../../local-file/reading-scope';
import type { CustomizationType } from '../customization-type';

/** What is looked at in the data of customizations: the members come from the shapes that the check itself has. */
export function trainingScopes(): ReadingScope[] {
  return (Object.keys(TRAINING_FORMS) as CustomizationType[]).map((type) => ({
    input: `data of ${CUSTOMIZATION_NAMES[type]}`,
    looksAt: ['UTF-8 and JSON of each line', ...new Set(TRAINING_FORMS[type].flatMap(({ shape }) => membersOf(shape)))],
    leaves: ['media in S3', 'what texts say', 'tokens', 'quotas of single models'],
  }));
}

function membersOf({ members, required }: (typeof TRAINING_FORMS)[CustomizationType][number]['shape']): string[] {
  return Object.keys(members).map((name) => (required.includes(name) ? `**\`${name}\`**` : `\`${name}\``));
}
