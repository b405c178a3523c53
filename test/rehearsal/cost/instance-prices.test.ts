import { INSTANCE_PRICES } from '../../../rehearsal/cost/instance-prices';

const { perHour, region, asOf, sources } = INSTANCE_PRICES;

test('every price has a type, and the table its Region, its date and its sources', () => {
  expect(Object.keys(perHour).filter((type) => !/^ml\.[a-z0-9]+\.\d*x?large$/.test(type))).toEqual([]);
  expect(Object.values(perHour).filter((price) => !(price > 0.05 && price < 50))).toEqual([]);
  expect({ region, asOf }).toEqual({ region: 'us-east-1', asOf: '2025-04' });
  expect(sources).toHaveLength(2);
  sources.forEach((source) => expect(source).toMatch(/^https:\/\/github\.com\/.+\/blob\/[0-9a-f]{40}\//));
});

test('the types of the examples have a price; those whose price has changed since have none', () => {
  expect(perHour).toMatchObject({ 'ml.m5.large': 0.115, 'ml.m5.xlarge': 0.23, 'ml.g5.2xlarge': 1.515 });
  expect(Object.keys(perHour).filter((type) => /^ml\.p[45]/.test(type))).toEqual([]);
});
