import { type FrameworkFile, numberText } from './framework-file';
import type { ReadingScope } from '../../local-file/reading-scope';
import { FRAMEWORK_NAMES, NEO_FRAMEWORKS } from '../neo/neo-frameworks';

/** What is looked at in the archive itself, whatever is in it. */
const ARCHIVE: ReadingScope = {
  input: 'every model archive',
  looksAt: [
    'gzip and tar to their end',
    'paths and links that lead out',
    'what links lead to',
    'members that are there twice',
    'models that are empty, Git LFS pointers, web pages, or archives',
  ],
  leaves: ['files that are no part of the model', 'hidden files'],
};

/** What is looked at in model archives, in the order of the frameworks' names. */
export function modelScopes(): ReadingScope[] {
  const frameworks = FRAMEWORK_NAMES.map((framework) => {
    const { files, scope } = NEO_FRAMEWORKS[framework];
    return {
      input: `model for \`${framework}\``,
      looksAt: [...files.map(filesText), ...scope.looksAt],
      leaves: scope.leaves,
    };
  });
  return [ARCHIVE, ...frameworks];
}

function filesText(file: FrameworkFile): string {
  return `${numberText(file, (ending) => `\`${ending}\``)}${file.orOnlyFile ? ', or one file of any name' : ''}`;
}
