import { pageOf } from '../../../scripts/documentation/page';
import { INPUTS_PAGE, inputsTable, withInputsTable } from '../../../scripts/inputs-table/inputs-table';
import { CONVERSE_BODY } from '../../../src/bedrock/request-body/converse-body';
import { FAMILIES } from '../../../src/bedrock/request-body/model-family';
import { FRAMEWORK_NAMES } from '../../../src/sagemaker/neo/neo-frameworks';

const { text } = pageOf(INPUTS_PAGE);
const rows = inputsTable().split('\n');

test('the table in the page is that of the readers', () => {
  expect(withInputsTable(text)).toBe(text);
});

test('it has every framework whose files are looked for, and every family of models', () => {
  for (const framework of FRAMEWORK_NAMES) {
    expect(rows.filter((row) => row.startsWith(`| model for \`${framework}\` |`))).toHaveLength(1);
  }
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
