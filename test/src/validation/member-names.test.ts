import { Lazy } from 'aws-cdk-lib';
import { memberName, type PropertyNames, within } from '../../../src/validation/member-names';
import type { MemberPath } from '../../../src/validation/member-path';

const NAMES: PropertyNames = {
  RoleArn: 'role',
  VpcConfig: 'vpc',
  'VpcConfig.Subnets': 'vpcSubnets',
  Environment: 'environment',
  'Channels[]': 'inputs.{Name}',
  'Channels[].Shuffle': 'inputs.{Name}.shuffleSeed',
  'Groups[]': 'groups[]',
  'Groups[].Rules[].Image': 'groups[].rules[].image',
};

const channel = (item: unknown): MemberPath => [{ member: 'Channels' }, { index: 1, item }];
const name = (path: MemberPath, overrides: unknown = {}) => memberName(NAMES, overrides, path);

describe('a member has the name of', () => {
  test('the property that sets it', () => {
    expect(name([{ member: 'RoleArn' }])).toEqual({ property: 'role', api: 'RoleArn' });
  });

  test('the property that is nearest, where none sets it alone', () => {
    expect(name([{ member: 'VpcConfig' }, { member: 'Zones' }])).toEqual({ property: 'vpc', api: 'VpcConfig.Zones' });
    expect(name([...channel({ Name: 'train' }), { member: 'Shuffle' }, { member: 'Seed' }])).toEqual({
      property: 'inputs.train.shuffleSeed',
      api: 'Channels[1].Shuffle.Seed',
    });
  });

  test('its own, where no property is near', () => {
    expect(name([{ member: 'Plan' }, { member: 'Arn' }])).toEqual({ property: 'Plan.Arn' });
  });
});

describe('an entry has', () => {
  test('its key after the property of its map', () => {
    const api = 'Environment.LOG_LEVEL';
    expect(name([{ member: 'Environment' }, { key: 'LOG_LEVEL' }])).toEqual({ property: 'environment.LOG_LEVEL', api });
  });

  test('its index after the property of its list', () => {
    const path: MemberPath = [{ member: 'VpcConfig' }, { member: 'Subnets' }, { index: 3, item: 'a b' }];
    expect(name(path)).toEqual({ property: 'vpcSubnets[3]', api: 'VpcConfig.Subnets[3]' });
  });

  test('the name that it calls itself', () => {
    expect(name(channel({ Name: 'train' })).property).toBe('inputs.train');
  });

  test.each([{}, { Name: 5 }, undefined])('its index where it calls itself nothing: %j', (item) => {
    expect(name(channel(item)).property).toBe('inputs.1');
  });

  test('the indices of all lists that it is in', () => {
    const path: MemberPath = [
      { member: 'Groups' },
      { index: 0, item: {} },
      { member: 'Rules' },
      { index: 4, item: {} },
      { member: 'Image' },
    ];
    expect(name(path)).toEqual({ property: 'groups[0].rules[4].image', api: 'Groups[0].Rules[4].Image' });
  });
});

describe('an override gives its own name', () => {
  const SUBNETS: MemberPath = [{ member: 'VpcConfig' }, { member: 'Subnets' }];
  const overridden = { property: 'requestOverrides.VpcConfig.Subnets', isOverride: true };

  test.each([
    ['the member', { VpcConfig: { Subnets: ['a'] } }],
    ['all above it, by a text', { VpcConfig: 'x' }],
    ['all above it, by nothing', { VpcConfig: null }],
    ['all above it, by a list', { VpcConfig: ['a'] }],
    ['all above it, by a token', { VpcConfig: Lazy.any({ produce: () => ({}) }) }],
  ])('where it says %s', (_, overrides) => {
    expect(name(SUBNETS, overrides)).toEqual(overridden);
  });

  test('where it says the list that a member is in', () => {
    const path = [...channel({ Name: 'train' }), { member: 'Name' }];
    expect(name(path, { Channels: [{}, { Name: 'train' }] })).toEqual({
      property: 'requestOverrides.Channels[1].Name',
      isOverride: true,
    });
  });

  test('where it says one entry of a map, to that one', () => {
    const overrides = { Environment: { A: '1' } };
    expect(name([{ member: 'Environment' }, { key: 'A' }], overrides).property).toBe('requestOverrides.Environment.A');
    expect(name([{ member: 'Environment' }, { key: 'B' }], overrides).property).toBe('environment.B');
  });

  test.each([{}, { VpcConfig: {} }, { VpcConfig: { Subnets: undefined } }, { VpcConfig: { Groups: [] } }])(
    'to nothing else: %j',
    (overrides) => {
      expect(name(SUBNETS, overrides).property).toBe('vpcSubnets');
    },
  );
});

test('the names of the members of an object have its path', () => {
  expect(within('Channels[]', { Name: 'name', 'Source.Uri': 'uri' })).toEqual({
    'Channels[].Name': 'name',
    'Channels[].Source.Uri': 'uri',
  });
});
