import { ThrottlingServices } from '../../../simulation/load/throttling-services';

const RATES = { create: { burst: 1, perSecond: 1 }, other: { burst: 1, perSecond: 1 } };

test('throttles what goes beyond the rate of an operation, and counts it', () => {
  const services = new ThrottlingServices(
    () => 0,
    () => true,
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
    () => true,
    RATES,
  );
  const faults = Array.from({ length: 9 }, () => services.meet('list executions', 'ListExecutions m'));
  expect(faults).toEqual(Array(9).fill(undefined));
});

test('runs no tick where there is no room for one more function', () => {
  let hasRoom = true;
  const services = new ThrottlingServices(
    () => 0,
    () => hasRoom,
  );
  expect(services.meet('tick', 'a ticks')).toBeUndefined();
  hasRoom = false;
  expect(services.meet('tick', 'b ticks')).toBe('tick-throttled');
  expect(services.ticks).toBe(1);
});
