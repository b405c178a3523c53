import { trainingScopes } from '../../src/bedrock/customization/data/training-scopes';
import { evaluationScopes } from '../../src/bedrock/evaluation/data/evaluation-scopes';
import { FOLDER_SCOPES } from '../../src/bedrock/import/folder/folder-scope';
import { recordScopes } from '../../src/bedrock/request-body/record-scopes';
import type { ReadingScope } from '../../src/local-file/reading-scope';
import { DATA_SCOPES } from '../../src/sagemaker/data-file/data-scopes';
import { modelScopes } from '../../src/sagemaker/model-archive/model-scopes';

/** The page that has the table. */
export const INPUTS_PAGE = 'docs/checks.md';

const BEGIN = '<!-- made by `npm run inputs:table`, from what the readers say of themselves -->';
const END = '<!-- end of what is made -->';

/** What is looked at in each input, and what is not, in Markdown. */
export function inputsTable(): string {
  const rows = [
    ...modelScopes(),
    ...recordScopes(),
    ...trainingScopes(),
    ...evaluationScopes(),
    ...FOLDER_SCOPES,
    ...DATA_SCOPES,
  ].map(rowOf);
  return ['| input | what is looked at | what is not |', '| --- | --- | --- |', ...rows].join('\n');
}

/** A page with the table of today between its marks. Fails where the page has none. */
export function withInputsTable(page: string): string {
  const [begin, end] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (begin < 0 || end < begin) {
    throw new Error(`There is no place for the table: '${BEGIN}' and '${END}' are missing.`);
  }
  return `${page.slice(0, begin)}${BEGIN}\n\n${inputsTable()}\n\n${page.slice(end)}`;
}

function rowOf({ input, looksAt, leaves }: ReadingScope): string {
  return `| ${input} | ${looksAt.join('; ')} | ${leaves.join('; ')} |`;
}
