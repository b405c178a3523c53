import { Construct } from 'constructs';
import { inconsistent, invalid } from '../../../src/validation/invalid';
import { newStack } from '../sample-job';

const job = new Construct(newStack(), 'Train');

test('an error about a value names the construct, the member, what is allowed and the value', () => {
  expect(invalid(job, 'count', 'at least 1', 0).message).toBe("Stack/Train: 'count' must be at least 1, got 0");
});

test('an error about members that do not go together names the construct', () => {
  expect(inconsistent(job, "'a' or 'b' must be given").message).toBe("Stack/Train: 'a' or 'b' must be given");
});
