import { ResourceTags } from '../../../rehearsal/emulated-api/resource-tags';
import { ServiceError } from '../../../rehearsal/emulated-api/service-error';

const notFound = (arn: string): ServiceError => new ServiceError('NotFound', `no ${arn}`);

test.each([
  ['key', 'value'],
  ['Key', 'Value'],
])('keeps tags as %s and %s', (key, value) => {
  const tags = new ResourceTags({ key, value, notFound });
  tags.create('arn', [{ [key]: 'a', [value]: '1' }]);
  tags.add('arn', [
    { [key]: 'a', [value]: '2' },
    { [key]: 'b', [value]: '3' },
  ]);
  tags.delete('arn', ['b']);
  expect(tags.list('arn')).toEqual([{ [key]: 'a', [value]: '2' }]);
});

test('fails on a resource that does not exist, or no longer', () => {
  const tags = new ResourceTags({ key: 'key', value: 'value', notFound });
  tags.create('arn', undefined);
  expect(tags.list('arn')).toEqual([]);
  tags.remove('arn');
  expect(() => tags.list('arn')).toThrow(expect.objectContaining({ code: 'NotFound', message: 'no arn' }));
});

test.each(['aws:owner', 'AWS:owner', 'Aws:'])('refuses the key %s, as the services do', (key) => {
  const tags = new ResourceTags({ key: 'key', value: 'value', notFound });
  tags.create('arn', [{ key: 'awsome', value: '1' }]);
  const refusal = {
    code: 'ValidationException',
    message: expect.stringMatching(/^aws: prefixed tag key names are not/),
  };
  const refused = [{ key, value: '1' }];

  expect(() => tags.add('arn', refused)).toThrow(expect.objectContaining(refusal));
  expect(() => tags.check(refused)).toThrow(expect.objectContaining(refusal));
  expect(tags.list('arn')).toEqual([{ key: 'awsome', value: '1' }]);
});

test('finds a resource by its ARN in any letter case', () => {
  const tags = new ResourceTags({ key: 'key', value: 'value', notFound });
  tags.create('arn:My-Job', [{ key: 'a', value: '1' }]);
  expect(tags.list('arn:my-job')).toHaveLength(1);
});
