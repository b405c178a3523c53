import { arnOf, Clock, FakeJobKind } from './fake-job-kind';
import type { Tags } from '../../lambda/job-kind';
import { synchronizeTags } from '../../lambda/synchronize-tags';

async function synchronize(
  present: Tags,
  wanted: Tags,
  previous?: Tags,
  isInTime = () => true,
): Promise<FakeJobKind & { readonly isDone: boolean }> {
  const kind = new FakeJobKind(new Clock());
  kind.addEnded('compile-1', 'completed', present);
  const job = (await kind.find('compile-1'))!;
  const isDone = await synchronizeTags(kind, job, { wanted, previous }, isInTime);
  return Object.assign(kind, { isDone });
}

test('tags that are as they should be are left alone', async () => {
  const kind = await synchronize({ a: '1', b: '2' }, { b: '2', a: '1' }, { a: '1', b: '2' });

  expect(kind.callsOf('setTags')).toEqual([]);
  expect(kind.callsOf('removeTags')).toEqual([]);
});

test('only tags that have changed or are new are set', async () => {
  const kind = await synchronize({ a: '1', b: '2' }, { a: '1', b: '3', c: '4' }, { a: '1', b: '2' });

  expect(kind.callsOf('setTags')).toEqual([[arnOf('compile-1'), { b: '3', c: '4' }]]);
});

test('only tags that the stack had set are removed, also those that are not shown: they may have been set just now', async () => {
  const kind = await synchronize({ a: '1', owner: 'ops' }, {}, { a: '1', hidden: '1' });

  expect(kind.callsOf('removeTags')).toEqual([[arnOf('compile-1'), ['a', 'hidden']]]);
  expect(kind.tags('compile-1')).toEqual({ owner: 'ops' });
});

test('a tag of somebody else is taken over where the stack wants it', async () => {
  const kind = await synchronize({ owner: 'ops' }, { owner: 'shop' });

  expect(kind.tags('compile-1')).toEqual({ owner: 'shop' });
});

test('a tag that is new in an Update is set though it seems to be there, and one of a job that is adopted is not', async () => {
  const [update, adoption] = [await synchronize({ a: '1' }, { a: '1' }, {}), await synchronize({ a: '1' }, { a: '1' })];

  expect(update.callsOf('setTags')).toEqual([[arnOf('compile-1'), { a: '1' }]]);
  expect(adoption.callsOf('setTags')).toEqual([]);
});

test('a tag that the request changes is set though it seems to be as it should: what is shown may be old', async () => {
  const kind = await synchronize({ a: '1' }, { a: '1' }, { a: '2' });

  expect(kind.callsOf('setTags')).toEqual([[arnOf('compile-1'), { a: '1' }]]);
});

test.each([
  [0, [], false],
  [1, ['setTags'], false],
  [2, ['setTags', 'removeTags'], true],
])('no call begins when it is too late for it: %i in time', async (calls, made, isDone) => {
  let left = calls;
  const kind = await synchronize({ b: '1' }, { a: '1' }, { b: '1' }, () => left-- > 0);

  expect(kind.calls.map(([call]) => call).filter((call) => call.endsWith('Tags') && call !== 'listTags')).toEqual(made);
  expect(kind.isDone).toBe(isDone);
});
