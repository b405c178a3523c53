import { ListExecutionsCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { mockClient } from 'aws-sdk-client-mock';
import { sendAnswer } from '../../lambda/answer';
import type { JobProperties } from '../../src/contract';
import { ServiceError } from '../lambda/fake-job-kind';
import { HandlerWorld } from '../lambda/handler-world';
import { createEvent, deleteEvent, updateEvent } from '../lambda/job-events';

/** In the response URL and in the handle of the events, and in the request. */
const SECRET = /SECRET/;
const secrets: Partial<JobProperties> = {
  Request: {
    Environment: { TOKEN: 'SECRET of the environment' },
    HyperParameters: { password: 'SECRET of the algorithm' },
    Tags: { team: 'vision' },
  },
};

const sfn = mockClient(SFNClient);
let world: HandlerWorld;

beforeEach(() => {
  sfn.reset();
  sfn.on(StartExecutionCommand).resolves({ startDate: new Date(0) });
  sfn.on(ListExecutionsCommand).resolves({ executions: [] });
  world = new HandlerWorld();
});

describe('the log shows neither a URL that CloudFormation is answered at nor what is in the request', () => {
  const shows = (...members: string[]) => {
    expect(world.log.length).toBeGreaterThan(0);
    expect([...new Set(world.log.flatMap((entry) => Object.keys(entry)))].sort()).toEqual(members.sort());
    expect(JSON.stringify(world.log)).not.toMatch(SECRET);
  };
  const LINE = ['level', 'message', 'RequestId', 'LogicalResourceId'];
  const STEPS = [...LINE, 'step', 'waitSeconds', 'progress', 'answer', 'conditions', 'signal'];

  test('when a request arrives', async () => {
    await world.handle(createEvent(secrets));
    shows(...LINE, 'received');
  });

  test('when the state machine cannot be started', async () => {
    sfn.on(StartExecutionCommand).rejects(Object.assign(new Error('not authorized'), { name: 'AccessDenied' }));
    await world.handle(createEvent(secrets));
    shows(...LINE, 'received', 'failed', 'error', 'answer');
  });

  test('when a job succeeds', async () => {
    await world.run(createEvent(secrets));
    expect(world.bodies).toMatchObject([{ Status: 'SUCCESS' }]);
    shows(...STEPS);
  });

  test('when the service throttles, and then refuses', async () => {
    world.kind.fail('find', new ServiceError('busy', 'Rate exceeded'), 3);
    world.kind.fail('create', new ServiceError('refused', 'no such framework'));
    await world.run(createEvent(secrets));
    expect(world.bodies).toMatchObject([{ Status: 'FAILED' }]);
    shows(...STEPS);
  });

  test('when a job takes too long, and is stopped', async () => {
    world.kind.run = { seconds: 9000, end: 'completed', stopSeconds: 20 };
    await world.run(createEvent(secrets));
    expect(world.bodies).toMatchObject([{ Status: 'FAILED' }]);
    shows(...STEPS);
  });

  test('when a job is updated, and when it is deleted', async () => {
    const id = world.kind.addEnded('Shop--Compile--0', 'completed');
    await world.run(updateEvent(id, {}, secrets));
    await world.run(deleteEvent(id));
    shows(...STEPS);
  });

  test('when wait conditions are signalled', async () => {
    await world.run(createEvent({ ...secrets, WaitConditions: ['Condition'] }));
    expect(world.log).toContainEqual(
      expect.objectContaining({ signal: expect.objectContaining({ condition: 'Condition' }) }),
    );
    expect(world.bodies).toMatchObject([{ Status: 'SUCCESS' }]);
    shows(...STEPS);
  });

  test('when the URL refuses the answer', async () => {
    world.httpStatus = 403;
    await world.run(createEvent(secrets));
    expect(world.log.at(-1)).toMatchObject({ answer: 'refused' });
    shows(...STEPS);
  });
});

test('an error that Lambda logs, because the answer cannot be sent, does not hold the URL', async () => {
  const answer = { Status: 'SUCCESS' as const, PhysicalResourceId: 'id' };
  const unreachable = () => Promise.reject(new TypeError('fetch failed'));
  await expect(sendAnswer(createEvent(), answer, unreachable)).rejects.toThrow(
    /^The response URL cannot be reached: TypeError: fetch failed$/,
  );
  await expect(sendAnswer(createEvent(), answer, async () => 503)).rejects.toThrow(
    /^The response URL answered with HTTP status 503$/,
  );
});

test('the log does show why a job has failed, in the words of the service or of its container', async () => {
  world.kind.run = { seconds: 60, end: 'failed', reason: 'AlgorithmError: no column 7', stopSeconds: 20 };
  await world.run(createEvent());
  expect(JSON.stringify(world.log)).toContain('AlgorithmError: no column 7');
});
