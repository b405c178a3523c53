import { AddTagsCommand, DeleteTagsCommand, ListTagsCommand, SageMakerClient } from '@aws-sdk/client-sagemaker';
import { mockClient } from 'aws-sdk-client-mock';
import { sageMakerTagging } from '../../../lambda/kinds/sagemaker-tags';

const arn = 'arn:aws:sagemaker:eu-west-1:111122223333:compilation-job/compile-1';
const sagemaker = mockClient(SageMakerClient);
const tagging = sageMakerTagging(new SageMakerClient({}), new SageMakerClient({}));

beforeEach(() => {
  sagemaker.reset();
});

const inputs = () => sagemaker.calls().map(({ args }) => args[0].input);

test('all pages of tags are read', async () => {
  sagemaker
    .on(ListTagsCommand, { ResourceArn: arn })
    .resolves({ Tags: [{ Key: 'a', Value: '1' }], NextToken: 'more' })
    .on(ListTagsCommand, { ResourceArn: arn, NextToken: 'more' })
    .resolves({ Tags: [{ Key: 'b', Value: '' }] });

  expect(await tagging.listTags(arn)).toEqual({ a: '1', b: '' });
});

test('a job without tags has none', async () => {
  sagemaker.on(ListTagsCommand).resolves({});

  expect(await tagging.listTags(arn)).toEqual({});
});

test('tags are set and removed', async () => {
  sagemaker.on(AddTagsCommand).resolves({}).on(DeleteTagsCommand).resolves({});
  await tagging.setTags(arn, { team: 'vision' });
  await tagging.removeTags(arn, ['cost']);

  expect(inputs()).toEqual([
    { ResourceArn: arn, Tags: [{ Key: 'team', Value: 'vision' }] },
    { ResourceArn: arn, TagKeys: ['cost'] },
  ]);
});
