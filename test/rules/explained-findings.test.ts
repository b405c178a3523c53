import { differencesOf, readExplanations } from './explained-findings';

const PAGE = `# A page

| tool | rule | where | why it stays |
| --- | --- | --- | --- |
| checkov | \`CKV_1\`, \`CKV_2\` | \`*/Log/Resource\` | A log. |
| cdk-nag | \`AwsSolutions-IAM5\` | \`App/Role/Resource\`, \`App/Other.Role\` | A role. |

More text.
`;
const found = (tool: string, rule: string, path: string) => ({ tool, rule, path, text: 'Why not.' });

test('a row has a tool, rules, places and a reason', () => {
  expect(readExplanations(PAGE)).toEqual([
    { tool: 'checkov', rules: ['CKV_1', 'CKV_2'], places: ['*/Log/Resource'], reason: 'A log.' },
    {
      tool: 'cdk-nag',
      rules: ['AwsSolutions-IAM5'],
      places: ['App/Role/Resource', 'App/Other.Role'],
      reason: 'A role.',
    },
  ]);
});

test.each(['| checkov | `CKV_1` | `a` |  |', '| checkov | CKV_1 | `a` | Why. |', '| checkov | `CKV_1` | a | Why. |'])(
  'a row that says less is an error: %s',
  (row) => {
    const page = `| tool | rule | where | why it stays |\n| --- | --- | --- | --- |\n${row}\n`;
    expect(() => readExplanations(page)).toThrow(
      `A row must have a tool, rules and places in backticks, and a reason, got '${row}'.`,
    );
  },
);

test('a page without the table is an error', () => {
  expect(() => readExplanations('# A page')).toThrow(
    "The page has no table that begins with '| tool | rule | where | why it stays |'.",
  );
});

describe('the differences', () => {
  const rows = readExplanations(PAGE);
  const all = [
    found('checkov', 'CKV_1', 'App/Log/Resource'),
    found('checkov', 'CKV_2', 'Other/Log/Resource'),
    found('cdk-nag 2', 'AwsSolutions-IAM5[Resource::*]', 'App/Role/Resource'),
    found('cdk-nag 3', 'AwsSolutions-IAM5', 'App/Other.Role'),
  ];

  test('are none where each finding has a row, and each row a finding', () => {
    expect(differencesOf(all, rows, ['checkov', 'cdk-nag 2', 'cdk-nag 3'])).toEqual({ unexplained: [], unfound: [] });
  });

  test.each([
    ['another place', found('checkov', 'CKV_1', 'App/Log/Resource/More')],
    ['another rule', found('checkov', 'CKV_11', 'App/Log/Resource')],
    ['another tool', found('cfn-lint', 'CKV_1', 'App/Log/Resource')],
    ['a place that a dot would match', found('cdk-nag 2', 'AwsSolutions-IAM5', 'App/OtherxRole')],
  ])('are a finding of %s', (_, other) => {
    const { unexplained } = differencesOf([...all, other], rows, ['checkov', 'cdk-nag 2', 'cdk-nag 3']);
    expect(unexplained).toEqual([other]);
  });

  test('are rules and places of rows that nothing was found at, of the tools that ran', () => {
    expect(differencesOf([all[2]], rows, ['cdk-nag 2']).unfound).toEqual([
      'cdk-nag AwsSolutions-IAM5 at App/Other.Role',
    ]);
    expect(differencesOf([], rows, ['checkov']).unfound).toEqual([
      'checkov CKV_1 at */Log/Resource',
      'checkov CKV_2 at */Log/Resource',
    ]);
  });
});
