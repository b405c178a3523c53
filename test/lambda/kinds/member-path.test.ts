import { memberAt, withTextAt } from '../../../lambda/kinds/member-path';

const REQUEST = {
  Name: 'process',
  Output: { Places: [{ S3: { Uri: 's3://a' } }, { S3: { Uri: 's3://b' } }, { Feature: 'c' }] },
  EndedAt: new Date('2030-01-01T00:00:00Z'),
};

test.each([
  ['Name', 'process'],
  ['EndedAt', REQUEST.EndedAt],
  ['Output.Places', REQUEST.Output.Places],
  ['Name.Length', undefined],
  ['Input.Places', undefined],
])('what is at %s', (path, member) => {
  expect(memberAt(REQUEST, path)).toEqual(member);
});

test('texts are replaced where a path leads, also in every item of a list, and nothing else is touched', () => {
  const inFolder = (uri: string) => `${uri}/x/`;

  expect(withTextAt(REQUEST, 'Output.Places[].S3.Uri', inFolder)).toEqual({
    ...REQUEST,
    Output: { Places: [{ S3: { Uri: 's3://a/x/' } }, { S3: { Uri: 's3://b/x/' } }, { Feature: 'c' }] },
  });
  expect(withTextAt({ Uris: ['s3://a'] }, 'Uris[]', inFolder)).toEqual({ Uris: ['s3://a/x/'] });
});

test.each(['Input.Uri', 'Output.Uri', 'Name.Uri', 'Name[]', 'Output', 'EndedAt'])(
  'where there is no text, nothing is changed: %s',
  (path) => {
    expect(withTextAt(REQUEST, path, () => 'x')).toEqual(REQUEST);
  },
);
