import { resourceSignalPolicy } from '../../../rehearsal/cloudformation/creation-policy';
import type { JsonObject } from '../../../rehearsal/json-value';

test.each<[JsonObject, number, number]>([
  [{}, 1, 300],
  [{ Count: '3', Timeout: 'PT12H' }, 3, 43_200],
  [{ Count: 2, Timeout: 'PT1H2M3S' }, 2, 3723],
])('%j asks for %i signals in %i seconds', (ResourceSignal, count, seconds) => {
  expect(resourceSignalPolicy({ ResourceSignal })).toEqual({ count, seconds });
});

test.each(['PT12H1S', 'PT', '12 hours', 'P1D'])('a time-out of %s is refused', (Timeout) => {
  expect(() => resourceSignalPolicy({ ResourceSignal: { Timeout } })).toThrow(
    `CreationPolicy: Timeout ${Timeout} is not a duration of at most 12 hours, such as PT12H.`,
  );
});

test.each<JsonObject | undefined>([undefined, {}, { AutoScalingCreationPolicy: {} }])('%j asks for none', (policy) => {
  expect(resourceSignalPolicy(policy)).toBeUndefined();
});
