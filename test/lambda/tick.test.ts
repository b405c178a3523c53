import { createEvent } from './job-events';
import { firstTick } from '../../lambda/tick';

test('the first tick has the request, the time it came, the deadline, and a margin after it to stop the job', () => {
  const event = createEvent({ WaitSeconds: '900' });

  expect(firstTick(event, new Date('2030-01-01T00:00:00Z'))).toEqual({
    event,
    receivedAt: '2030-01-01T00:00:00.000Z',
    deadline: '2030-01-01T00:15:00.000Z',
    giveUpAt: '2030-01-01T00:19:00.000Z',
    progress: {},
    done: false,
    waitSeconds: 0,
  });
});
