import { numberedTextOf } from '../../simulation/numbered-text';

const NOON = '2030-01-01T12:00:00.000Z';
const NIGHT = '2030-01-02T00:00:00.000Z';

test('is the same for values that say the same, whenever their URLs were signed', () => {
  const requestAt = (time: string) => ({
    id: 'r1',
    url: `https://answers.example/r1?X-Amz-Date=${time}&X-Amz-Signature=1`,
  });

  expect(numberedTextOf(requestAt('20300101T000000Z'))).toEqual(numberedTextOf(requestAt('20300101T000100Z')));
  expect(numberedTextOf(requestAt('20300101T000000Z'))).not.toEqual(numberedTextOf({ id: 'r2' }));
});

test('has the moments, which are seen from now', () => {
  const [number, ...moments] = numberedTextOf({ begin: NOON, end: NIGHT }) as [number, ...string[]];

  expect(moments).toEqual([NOON, NIGHT]);
  expect(numberedTextOf({ begin: NIGHT, end: NOON })).toEqual([number, NIGHT, NOON]);
});

test('says where a moment is', () => {
  expect(numberedTextOf({ begin: NOON, end: '' })).not.toEqual(numberedTextOf({ begin: '', end: NOON }));
});
