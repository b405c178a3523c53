import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inputsTable, withInputsTable } from '../../../scripts/inputs-table/inputs-table';
import { CONVERSE_BODY } from '../../../src/bedrock/request-body/converse-body';
import { FAMILIES } from '../../../src/bedrock/request-body/model-family';
import { FRAMEWORK_FILES } from '../../../src/sagemaker/model-archive/framework-files';
import { MODEL_SCOPES } from '../../../src/sagemaker/model-archive/model-scopes';

const README = readFileSync(join(__dirname, '..', '..', '..', 'README.md'), 'utf8');
const rows = inputsTable().split('\n');

test('the table in the README is that of the readers', () => {
  expect(withInputsTable(README)).toBe(README);
});

test('it has every framework whose files are looked for, and every family of models', () => {
  expect(Object.keys(MODEL_SCOPES)).toEqual(expect.arrayContaining([...FRAMEWORK_FILES.keys()]));
  for (const { name } of FAMILIES) {
    expect(rows.filter((row) => row.startsWith(`| InvokeModel, ${name} |`))).toHaveLength(1);
  }
});

test('it has the members of bodies, with those in bold that are required', () => {
  const converse = rows.find((row) => row.startsWith('| Converse |'));
  for (const member of Object.keys(CONVERSE_BODY.members)) expect(converse).toContain(`\`${member}\``);
  expect(converse).toContain('**`messages`**');
});

test('each row says what is looked at and what is not', () => {
  expect(rows.filter((row) => !/^\| [^|]+ \| [^|]+ \| [^|]+ \|$/.test(row))).toEqual([]);
});

test('fails with a page that has no place for it', () => {
  expect(() => withInputsTable('# A page')).toThrow(/^There is no place for the table: /);
});
