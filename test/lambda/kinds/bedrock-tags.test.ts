import {
  BedrockClient,
  ListTagsForResourceCommand,
  TagResourceCommand,
  UntagResourceCommand,
} from '@aws-sdk/client-bedrock';
import { mockClient } from 'aws-sdk-client-mock';
import { bedrockTagging } from '../../../lambda/kinds/bedrock-tags';

const arn = 'arn:aws:bedrock:eu-west-1:111122223333:model-invocation-job/a1b2c3d4e5f6';
const bedrock = mockClient(BedrockClient);
const tagging = bedrockTagging(new BedrockClient({}), new BedrockClient({}));

beforeEach(() => {
  bedrock.reset();
});

const inputs = () => bedrock.calls().map(({ args }) => args[0].input);

test('the tags of a job are read by its ARN', async () => {
  bedrock.on(ListTagsForResourceCommand, { resourceARN: arn }).resolves({
    tags: [
      { key: 'a', value: '1' },
      { key: 'b', value: '' },
    ],
  });

  expect(await tagging.listTags(arn)).toEqual({ a: '1', b: '' });
});

test('a job without tags has none', async () => {
  bedrock.on(ListTagsForResourceCommand).resolves({});

  expect(await tagging.listTags(arn)).toEqual({});
});

test('tags are set and removed', async () => {
  bedrock.on(TagResourceCommand).resolves({}).on(UntagResourceCommand).resolves({});
  await tagging.setTags(arn, { team: 'reviews' });
  await tagging.removeTags(arn, ['cost']);

  expect(inputs()).toEqual([
    { resourceARN: arn, tags: [{ key: 'team', value: 'reviews' }] },
    { resourceARN: arn, tagKeys: ['cost'] },
  ]);
});
