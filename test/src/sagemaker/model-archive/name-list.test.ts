import { NameList, nameText } from '../../../../src/sagemaker/model-archive/name-list';

test('has ten names, and says how many more there are', () => {
  const names = new NameList();
  for (let index = 1; index <= 12; index++) names.add(String(index));
  expect(names.count).toBe(12);
  expect(names.toString()).toBe('1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 2 more');
});

test('a name is on one line, and not endless', () => {
  expect(nameText('a\nb\u001b[31m')).toBe('a?b?[31m');
  expect(nameText('x'.repeat(101))).toBe(`${'x'.repeat(100)}...`);
});
