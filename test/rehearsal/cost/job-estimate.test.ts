import { dollarText, jobEstimate, sumOf } from '../../../rehearsal/cost/job-estimate';

const TABLE = { region: 'us-east-1', asOf: '2026-01', sources: [], perHour: { 'ml.a.large': 2, 'ml.b.large': 10 } };

test('is the hours of all instances by their prices', () => {
  const instances = [
    { type: 'ml.a.large', count: 3, seconds: 1800 },
    { type: 'ml.b.large', count: 1, seconds: 360 },
  ];
  expect(jobEstimate({ instances }, TABLE)).toEqual({
    dollars: 4,
    basis: '3 × ml.a.large for 0.50 h; 1 × ml.b.large for 0.10 h',
  });
});

test('has no amount where a price is not known, and names no other instead', () => {
  const instances = [
    { type: 'ml.a.large', count: 1, seconds: 3600 },
    { type: 'toString', count: 1, seconds: 3600 },
  ];
  expect(jobEstimate({ instances, note: 'spot' }, TABLE)).toEqual({
    basis: '1 × ml.a.large for 1.00 h; 1 × toString for 1.00 h (no price of it was found); spot',
  });
  expect(jobEstimate({ instances: [], note: 'by the token' }, TABLE)).toEqual({ basis: 'by the token' });
});

test('the sum is of what is known', () => {
  expect(sumOf([{ dollars: 1, basis: '' }, { basis: '' }, { dollars: 2, basis: '' }])).toBe(3);
  expect(sumOf([{ basis: '' }])).toBeUndefined();
});

test.each([
  [0, '$0.00'],
  [0.001, '< $0.01'],
  [0.0149, '$0.01'],
  [1234.5, '$1234.50'],
])('%d dollars are %s', (dollars, text) => {
  expect(dollarText(dollars)).toBe(text);
});
