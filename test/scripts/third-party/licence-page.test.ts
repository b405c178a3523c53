import { licencePage } from '../../../scripts/third-party/licence-page';

const mit = { name: 'LICENSE', text: 'The MIT License' };

test('a licence is there once, below all packages that are under it, with the notices of a package', () => {
  const page = licencePage([
    { name: 'a', version: '1.0.0', licence: 'MIT', files: [mit] },
    { name: '@scope/b', version: '2.0.0', licence: 'MIT', files: [mit] },
    { name: 'c', version: '3.0.0', licence: 'ISC', files: [mit, { name: 'NOTICE', text: 'By c.' }] },
  ]);
  const rule = '-'.repeat(80);
  expect(page).toBe(
    [
      'This package has code of 3 others in its files, under their licences:',
      '',
      rule,
      'a 1.0.0 (MIT)',
      '@scope/b 2.0.0 (MIT)',
      rule,
      '',
      'The MIT License',
      '',
      rule,
      'c 3.0.0 (ISC)',
      rule,
      '',
      'The MIT License',
      '',
      'By c.',
      '',
    ].join('\n'),
  );
});

test('a package whose archive has no text of the Apache License is referred to the one beside the page', () => {
  const page = licencePage([{ name: 'a', version: '1.0.0', licence: 'Apache-2.0', files: [] }]);
  expect(page).toMatch(/a 1\.0\.0 \(Apache-2\.0\)\n-+\n\nIts archive has no text of its licence: LICENSE, beside this/);
});

test('a package whose archive has no text of another licence must not be bundled', () => {
  expect(() => licencePage([{ name: 'a', version: '1.0.0', licence: 'MIT', files: [] }])).toThrow(
    'a 1.0.0 is bundled, and its archive has no text of its licence, MIT',
  );
});
