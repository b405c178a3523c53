import { apiName, type MemberPath, nameOf, patternOf } from '../../../src/validation/member-path';

const CHANNEL: MemberPath = [{ member: 'InputDataConfig' }, { index: 2, item: {} }, { member: 'ChannelName' }];
const VARIABLE: MemberPath = [{ member: 'Environment' }, { key: 'LOG_LEVEL' }];

test('a path is written as the documentation of the API writes it', () => {
  expect(apiName(CHANNEL)).toBe('InputDataConfig[2].ChannelName');
  expect(apiName(VARIABLE)).toBe('Environment.LOG_LEVEL');
  expect(apiName([])).toBe('');
});

test('the pattern of a path has no indices and no keys', () => {
  expect(patternOf(CHANNEL)).toBe('InputDataConfig[].ChannelName');
  expect(patternOf(VARIABLE)).toBe('Environment{}');
});

test('a step has the name of its member, or of its entry', () => {
  expect(nameOf({ member: 'Environment' })).toBe('Environment');
  expect(nameOf({ key: 'LOG_LEVEL' })).toBe('LOG_LEVEL');
});
