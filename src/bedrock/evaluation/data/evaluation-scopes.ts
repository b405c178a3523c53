import { RECORD_FORMS } from './evaluation-forms';
import type { ReadingScope } from '../../../local-file/reading-scope';

/** What is looked at in the prompts of evaluations: the members come from the shapes that the check itself has. */
export function evaluationScopes(): ReadingScope[] {
  return (['prompts', 'questions'] as const).map((form) => ({
    input: form === 'prompts' ? 'prompts of evaluations' : 'questions for evaluated knowledge bases',
    looksAt: [
      'UTF-8 and JSON of each line',
      ...Object.keys(RECORD_FORMS[form].members).map((name) =>
        RECORD_FORMS[form].required.includes(name) ? `**\`${name}\`**` : `\`${name}\``,
      ),
      'the names of what was answered elsewhere',
      form === 'prompts'
        ? '`referenceResponse` for `Builtin.Accuracy`'
        : '`referenceResponses` for `Builtin.ContextCoverage`',
    ],
    leaves: ['what texts say', 'tokens', 'what other metrics need of a record'],
  }));
}
