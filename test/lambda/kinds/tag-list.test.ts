import { fromTagList, tagsIn, toTagList, withoutTags } from '../../../lambda/kinds/tag-list';

const TAG = { key: 'Key', value: 'Value' };

test('tags are a record, and a list in the API', () => {
  expect(toTagList({ team: 'vision' }, TAG)).toEqual([{ Key: 'team', Value: 'vision' }]);
  expect(fromTagList([{ key: 'team', value: 'vision' }], { key: 'key', value: 'value' })).toEqual({ team: 'vision' });
});

test('a request has them in one member, or the same ones in several', () => {
  const members = { name: 'jobName', tags: ['jobTags', 'customModelTags'], tag: TAG };
  const list = [{ Key: 'team', Value: 'vision' }];
  const request = { jobName: 'tune', jobTags: list, customModelTags: list };

  expect(tagsIn(request, members)).toEqual({ team: 'vision' });
  expect(tagsIn({ jobName: 'tune' }, members)).toEqual({});
  expect(withoutTags(request, members)).toEqual({ jobName: 'tune' });
});
