import { identifierIn, membersFor, partsOf, placeOf } from '../../../lambda/kinds/job-place';

const PLACED = { place: ['baseId', 'sourceId'], identifier: 'jobId' };
const PLAIN = { identifier: 'jobArn', place: undefined };
const SAID = { baseId: 'B1', sourceId: 'S1', jobId: 'J1', jobArn: 'arn:aws:x:::job/J1' };

test('a job in a place is known by its id and those of its place', () => {
  expect(identifierIn(SAID, PLACED, 'jobId')).toBe('B1|S1|J1');
  expect(membersFor('B1|S1|J1', PLACED)).toEqual({ baseId: 'B1', sourceId: 'S1', jobId: 'J1' });
});

test('its name begins with the ids of its place', () => {
  expect(placeOf(SAID, PLACED)).toBe('B1/S1/');
  expect(partsOf('B1/S1/shop--ingest--key', PLACED)).toEqual({
    name: 'shop--ingest--key',
    place: { baseId: 'B1', sourceId: 'S1' },
  });
});

test('any other is known by its ARN alone, and has the name that it has', () => {
  expect(identifierIn(SAID, PLAIN, 'jobArn')).toBe('arn:aws:x:::job/J1');
  expect(membersFor('arn:aws:x:::job/J1', PLAIN)).toEqual({ jobArn: 'arn:aws:x:::job/J1' });
  expect(placeOf(SAID, PLAIN)).toBe('');
  expect(partsOf('shop/job', PLAIN)).toEqual({ name: 'shop/job', place: {} });
});
