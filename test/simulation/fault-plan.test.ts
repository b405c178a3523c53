import { factsOf, faultsAt } from '../../simulation/fault';
import { FixedFaults, RandomFaults } from '../../simulation/fault-plan';
import { SeededNumbers } from '../../simulation/seeded-numbers';

describe('faults at known points', () => {
  test('meet the points that they are planned for, which are counted from 0', () => {
    const plan = new FixedFaults([{ point: 1, fault: 'lost' }]);
    expect(plan.meet('create', 'CreateTrainingJob')).toBeUndefined();
    expect(plan.meet('stop', 'StopTrainingJob')).toBe('lost');
    expect(plan.meet('stop', 'StopTrainingJob')).toBeUndefined();
    expect(plan.met).toEqual([{ point: 1, fault: 'lost' }]);
    expect(plan.points).toEqual([
      { index: 0, place: 'create', label: 'CreateTrainingJob' },
      { index: 1, place: 'stop', label: 'StopTrainingJob' },
      { index: 2, place: 'stop', label: 'StopTrainingJob' },
    ]);
  });

  test('meet no point where there is no such fault', () => {
    const plan = new FixedFaults([{ point: 0, fault: 'lost' }]);
    expect(plan.meet('describe', 'DescribeTrainingJob')).toBeUndefined();
    expect(plan.met).toEqual([]);
  });

  test('may be planned when others have met theirs', () => {
    const plan = new FixedFaults([{ point: 0, fault: 'lost' }]);
    expect(plan.meet('create', 'CreateTrainingJob')).toBe('lost');
    plan.add({ point: 1, fault: 'throttled' });
    expect(plan.meet('create', 'CreateTrainingJob')).toBe('throttled');
  });

  test('an interruption happens beside the fault at the same point', () => {
    const interrupt = jest.fn();
    const planned = [
      { point: 0, fault: 'interrupt' },
      { point: 0, fault: 'lost' },
    ] as const;
    const plan = new FixedFaults(planned, interrupt);
    expect(plan.meet('create', 'CreateTrainingJob')).toBe('lost');
    expect(interrupt).toHaveBeenCalledTimes(1);
    expect(plan.met).toEqual(planned);
  });
});

describe('random faults', () => {
  const meetAll = (plan: RandomFaults, place: 'create' | 'answer') =>
    Array.from({ length: 200 }, () => plan.meet(place));

  test('are the same with the same seed', () => {
    const faults = (seed: number) => meetAll(new RandomFaults(new SeededNumbers(seed), 0.5, 0), 'create');
    expect(faults(7)).toEqual(faults(7));
    expect(faults(7)).not.toEqual(faults(8));
  });

  test('are such as there are at the place, and can be planned again', () => {
    const plan = new RandomFaults(new SeededNumbers(7), 0.5, 0);
    const faults = meetAll(plan, 'create');
    for (const fault of faults) expect([undefined, ...faultsAt('create')]).toContain(fault);
    const again = new FixedFaults(plan.met);
    expect(faults.map(() => again.meet('create', ''))).toEqual(faults);
  });

  test('are as many as their probability says', () => {
    expect(new Set(meetAll(new RandomFaults(new SeededNumbers(7), 0, 0), 'create'))).toEqual(new Set([undefined]));
    expect(meetAll(new RandomFaults(new SeededNumbers(7), 1, 0), 'create')).not.toContain(undefined);
  });

  test('take away no more answers than they may', () => {
    const silencing = (most: number) => {
      const plan = new RandomFaults(new SeededNumbers(7), 1, most);
      meetAll(plan, 'answer');
      return plan.met.filter(({ fault }) => factsOf(fault).silencing).length;
    };
    expect(silencing(0)).toBe(0);
    expect(silencing(3)).toBe(3);
  });
});
