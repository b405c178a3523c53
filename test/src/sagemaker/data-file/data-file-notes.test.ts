import { noteDataFiles } from '../../../../src/sagemaker/data-file/data-file-notes';
import { sentence } from '../../../../src/validation/finding';
import { takeNoted } from '../../../../src/validation/noted-findings';
import { folderWith } from '../../bedrock/input/input-folder';
import { newStack } from '../../sample-job';

test('tells each kind of thing once, with how many other files have it', () => {
  const files = {
    'a.csv': '1,2\n3\n',
    'b.csv': '1,2\n4,5\n6\n',
    'c.csv': '1,2,3\n4\n',
    'd.csv': '',
    'e.csv': '',
    'f.csv': '1\n',
  };
  const stack = newStack();
  noteDataFiles(stack, folderWith(files), Object.keys(files), {
    member: 'input',
    contentType: 'text/csv',
    isGzip: false,
  });
  expect(takeNoted(stack).map(sentence)).toEqual([
    "'input' has in a.csv, line 2: rows of another number of columns than the first one: 1, and 2 there. Give every row as many values, with those in quotes that have commas in them. So it is in 2 other files",
    "'input' has d.csv, which is empty: leave it out, or there is no record for its part. So it is in another file",
  ]);
});
