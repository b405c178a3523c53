import { arnOf, Clock, FakeJobKind } from './fake-job-kind';
import type { Tags } from '../../lambda/job-kind';
import { synchronizeTags } from '../../lambda/synchronize-tags';

async function synchronize(present: Tags, wanted: Tags, previous: Tags): Promise<FakeJobKind> {
  const kind = new FakeJobKind(new Clock());
  kind.addEnded('compile-1', 'completed', present);
  const job = (await kind.find('compile-1'))!;
  await synchronizeTags(kind, job, wanted, previous);
  return kind;
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

test('only tags that the stack had set, and that are still there, are removed', async () => {
  const kind = await synchronize({ a: '1', owner: 'ops' }, {}, { a: '1', gone: '1' });

  expect(kind.callsOf('removeTags')).toEqual([[arnOf('compile-1'), ['a']]]);
  expect(kind.tags('compile-1')).toEqual({ owner: 'ops' });
});

test('a tag of somebody else is taken over where the stack wants it', async () => {
  const kind = await synchronize({ owner: 'ops' }, { owner: 'shop' }, {});

  expect(kind.tags('compile-1')).toEqual({ owner: 'shop' });
});
