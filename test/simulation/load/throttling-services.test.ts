import { CONCURRENT_FUNCTIONS, ThrottlingServices } from '../../../simulation/load/throttling-services';

const RATES = { create: { burst: 1, perSecond: 1 }, other: { burst: 1, perSecond: 1 } };

test('throttles what goes beyond the rate of an operation, and counts it', () => {
  const services = new ThrottlingServices(
    () => 0,
    () => 0,
    RATES,
  );
  expect(services.meet('create', 'CreateTrainingJob a')).toBeUndefined();
  expect(services.meet('create', 'CreateCompilationJob b')).toBe('throttled');
  expect(services.meet('describe', 'DescribeTrainingJob a')).toBeUndefined();
  expect(Object.fromEntries(services.throttled)).toEqual({ CreateCompilationJob: 1 });
  expect(services.callsBySecond.get(0)).toBe(3);
});

test('takes any number of calls whose rate is not said', () => {
  const services = new ThrottlingServices(
    () => 0,
    () => 0,
    RATES,
  );
  const faults = Array.from({ length: 9 }, () => services.meet('list executions', 'ListExecutions m'));
  expect(faults).toEqual(Array(9).fill(undefined));
});

test('has no room for more functions than an account may run at once', () => {
  let running = CONCURRENT_FUNCTIONS - 1;
  const services = new ThrottlingServices(
    () => 0,
    () => running,
  );
  expect(services.meet('tick', 'a ticks')).toBeUndefined();
  running++;
  expect(services.meet('tick', 'b ticks')).toBe('tick-throttled');
  expect(services.ticks).toBe(1);
});
