import { Execution } from './execution';
import { FakeExecutions } from './fake-executions';
import { arnOf, Clock, FakeJobKind, ServiceError } from './fake-job-kind';
import { createEvent, deleteEvent, jobProperties, longWait, resultEvent, updateEvent } from './job-events';
import { specOf } from '../../lambda/job-spec';
import { step } from '../../lambda/lifecycle';
import { firstTick, isJob, isResult, type JobEvent, type ResourceEvent } from '../../lambda/tick';

let clock: Clock;
let kind: FakeJobKind;
let name: string;

beforeEach(() => {
  clock = new Clock();
  kind = new FakeJobKind(clock);
  name = specOf(kind, createEvent(), jobProperties()).nameOf(1);
});

const create = () => new Execution(createEvent(), kind, clock);
const started = async (execution = create()) => {
  await execution.until(() => execution.last.progress.arn !== undefined);
  return execution;
};

describe('a tick', () => {
  test('carries the request and the times along, and forgets the fault of the tick before', async () => {
    const event = createEvent();
    const tick = { ...firstTick(event, clock.now), fault: { Error: 'Lambda.Unknown', Cause: 'gone' } };

    const world = { kind, executions: new FakeExecutions(), clock: () => clock.now, random: () => 0 };
    expect(await step(tick, world)).toEqual({
      event,
      receivedAt: '2030-01-01T00:00:00.000Z',
      dueAt: '2030-01-01T00:00:00.000Z',
      deadline: '2030-01-01T00:25:00.000Z',
      giveUpAt: '2030-01-01T00:29:00.000Z',
      progress: { name, setbacks: 0 },
      count: 1,
      done: false,
      waitSeconds: 0,
    });
  });

  test('has the answer on record, but is not done: that is for the one who delivers it', async () => {
    kind.addEnded(name, 'completed');
    const execution = create();
    await execution.toAnswer();

    expect(execution.last).toMatchObject({ done: false, waitSeconds: 0, answer: { Status: 'SUCCESS' } });
  });

  test('does no harm when it is repeated', async () => {
    const execution = create();
    while (!execution.last.answer) {
      await execution.crash();
      await execution.tick();
    }

    expect(execution.last.answer).toMatchObject({ Status: 'SUCCESS', PhysicalResourceId: arnOf(name) });
    expect(Object.keys(kind.phases)).toEqual([name]);
  });

  test('comes often at first and less often later, the last time no later than 5 % after the end', async () => {
    kind.run = { ...kind.run, seconds: 600 };
    const start = clock.now.getTime();
    const execution = create();
    await execution.toAnswer();

    expect((clock.now.getTime() - start) / 1000).toBeLessThanOrEqual(630);
    expect(Math.max(...execution.ticks.map(({ waitSeconds }) => waitSeconds))).toBeLessThanOrEqual(30);
  });
});

describe('an error of the service', () => {
  test('that passes is waited out with doubling pauses of at most a minute', async () => {
    const execution = await started();
    kind.fail('describe', new ServiceError('busy', 'slow down'), 8);
    const before = execution.ticks.length;
    while (execution.ticks.length < before + 9) await execution.tick();

    const [, ...pauses] = execution.ticks.slice(before - 1).map(({ waitSeconds }) => waitSeconds);
    expect(pauses.slice(0, 8)).toEqual([3, 6, 12, 24, 45, 45, 45, 45]);
    expect(execution.last.progress).toMatchObject({ setbacks: 0 });
    expect(await execution.toAnswer()).toMatchObject({ Status: 'SUCCESS' });
  });

  test.each(['find', 'create', 'describe'] as const)(
    'that passes does no harm to a Create, wherever %s is hit',
    async (call) => {
      for (const lost of [false, true]) {
        kind = new FakeJobKind(clock);
        if (lost) kind.lose(call);
        else kind.fail(call, new ServiceError('busy', 'slow down'));

        expect(await create().toAnswer()).toMatchObject({ Status: 'SUCCESS', PhysicalResourceId: arnOf(name) });
        expect(Object.keys(kind.phases)).toEqual([name]);
      }
    },
  );

  test('fails the request before CloudFormation loses patience when it never passes', async () => {
    kind.fail('find', new ServiceError('busy', 'slow down'), Infinity);
    const start = clock.now.getTime();

    const answer = await create().toAnswer();

    expect(answer).toEqual({
      Status: 'FAILED',
      Reason: 'There was no end to it within the time that CloudFormation allows | Last: ServiceError: slow down',
      PhysicalResourceId: 'cdk-ml-jobs:not-started',
    });
    expect((clock.now.getTime() - start) / 1000).toBeLessThanOrEqual(1500 + 300);
  });

  test('fails the request after an attempt to stop the job when it never passes', async () => {
    const execution = await started();
    kind.run = { ...kind.run, seconds: 100_000 };
    kind.fail('stop', new ServiceError('busy', 'slow down'), Infinity);
    kind.setStatus(name, 'DREAMING');

    expect(await execution.toAnswer()).toEqual({
      Status: 'FAILED',
      Reason: `There was no end to it within the time that CloudFormation allows | Last: ServiceError: slow down | Job: ${arnOf(name)}`,
      PhysicalResourceId: arnOf(name),
    });
  });

  test('that denies a call is retried for three minutes', async () => {
    kind.fail('create', new ServiceError('denied', 'not authorized to perform iam:PassRole'), 17);

    expect(await create().toAnswer()).toMatchObject({ Status: 'SUCCESS' });
  });

  test('fails the request with its text when it denies a call for longer', async () => {
    kind.fail('create', new ServiceError('denied', 'not authorized to perform iam:PassRole'), Infinity);
    const start = clock.now.getTime();

    expect(await create().toAnswer()).toEqual({
      Status: 'FAILED',
      Reason: `ServiceError: not authorized to perform iam:PassRole | Job: ${name}`,
      PhysicalResourceId: name,
    });
    expect((clock.now.getTime() - start) / 1000).toBe(180);
  });

  test('fails the request at once, with the ARN of the job, when it is none of the service', async () => {
    const execution = await started();
    kind.fail('describe', new TypeError('undefined is not a function'));

    expect(await execution.toAnswer()).toEqual({
      Status: 'FAILED',
      Reason: `TypeError: undefined is not a function | Job: ${arnOf(name)}`,
      PhysicalResourceId: arnOf(name),
    });
  });

  test('fails the request with its text when it is no Error at all', async () => {
    kind.fail('find', 'out of order');

    expect(await create().toAnswer()).toMatchObject({ Status: 'FAILED', Reason: 'out of order' });
  });
});

describe('whichever call a fault hits, before or after its effect', () => {
  const A = {};
  const B = { Request: { Model: 's3://models/2.tar.gz' } };
  const tagged = { Request: { Model: 's3://models/1.tar.gz', Tags: { team: 'audio' } } };
  const named = { JobName: 'shop-model' };
  const later = { seconds: 100_000, end: 'completed', stopSeconds: 20 } as const;
  const long = longWait(30);
  const soon = { Deadline: '2030-01-01T00:01:00.000Z' };

  const setups: { [setup: string]: (fake: FakeJobKind) => ResourceEvent } = {
    'a Create': () => createEvent(),
    'a Create after a failed attempt': (fake) => {
      fake.addEnded(name, 'failed');
      return createEvent();
    },
    'a Create under a name of its own': () => createEvent(named),
    'a Create that is not waited for': () => createEvent({ WaitForCompletion: 'false' }),
    'a Create that wait conditions follow on': (fake) => {
      fake.run = later;
      return createEvent(long);
    },
    'a result': (fake) => resultEvent({ Job: fake.add(name), Name: name }),
    'a result of a job that had no place': (fake) => {
      fake.add(name);
      return resultEvent({ Job: name, Name: name });
    },
    'a result after the deadline': (fake) => resultEvent({ Job: fake.add(name, later), Name: name, ...soon }),
    'a Create that fails': (fake) => {
      fake.run = { ...fake.run, end: 'failed' };
      return createEvent();
    },
    'a Create that takes too long': (fake) => {
      fake.run = later;
      return createEvent({ WaitSeconds: '60' });
    },
    'an Update with another spec': (fake) => updateEvent(fake.addEnded(name, 'completed'), A, B),
    'an Update that takes too long': (fake) => {
      const id = fake.addEnded(name, 'completed');
      fake.run = later;
      return updateEvent(id, A, { ...B, WaitSeconds: '60' });
    },
    'an Update of the tags': (fake) => updateEvent(fake.addEnded(name, 'completed', { team: 'vision' }), A, tagged),
    'a rollback': (fake) => {
      const id = fake.addEnded(name, 'completed');
      fake.add(specOf(fake, createEvent(B), jobProperties(B)).nameOf(1), later);
      return updateEvent(id, B, A);
    },
    'a Delete of a running job': (fake) => deleteEvent(fake.add(name, later)),
    'a Delete by name': (fake) => {
      fake.add(name, later);
      return deleteEvent('Shop-Compile-1ABCDEF');
    },
  };

  /** The job goes on, and nobody waits for it, or wait conditions do. */
  const leftAlone = ['a Create that is not waited for', 'a Create that wait conditions follow on'];

  /** What CloudFormation asks for when a request has failed. */
  const afterFailure = (setup: string, event: ResourceEvent, id: string): JobEvent => {
    if (isResult(event)) return deleteEvent(event.ResourceProperties.Job, long);
    if (!isJob(event)) throw new Error('A reference leaves nothing behind');
    if (setup === 'a rollback') return event;
    const { ResourceProperties } = event;
    if (event.RequestType !== 'Update') return deleteEvent(id, ResourceProperties);
    return updateEvent(id, ResourceProperties, event.OldResourceProperties);
  };

  const faults: [string, (fake: FakeJobKind, call: number) => void][] = [
    ...(['busy', 'denied', 'refused', 'unknown', 'not-found'] as const).map(
      (fault): [string, (fake: FakeJobKind, call: number) => void] => [
        fault,
        (fake, call) => fake.fail(call, new ServiceError(fault, 'out of order')),
      ],
    ),
    ...(['busy', 'unknown'] as const).map((fault): [string, (fake: FakeJobKind, call: number) => void] => [
      `${fault} after the effect`,
      (fake, call) => fake.lose(call, new ServiceError(fault, 'out of order')),
    ]),
  ];

  const play = async (setup: string, inject: (fake: FakeJobKind) => void) => {
    const time = new Clock();
    const fake = new FakeJobKind(time);
    fake.run = { ...fake.run, seconds: 30 };
    const event = setups[setup](fake);
    inject(fake);
    const answer = await new Execution(event, fake, time).toAnswer();
    const calls = fake.calls.length;
    const next = afterFailure(setup, event, answer.PhysicalResourceId);
    const second = answer.Status === 'FAILED' ? await new Execution(next, fake, time).toAnswer() : undefined;
    return { fake, answer, calls, second };
  };

  test.each(Object.keys(setups))('%s is answered, runs one job at most, and leaves none running', async (setup) => {
    const { calls } = await play(setup, () => {});
    for (let call = 1; call <= calls; call++) {
      for (const [fault, inject] of faults) {
        const { fake, answer, second } = await play(setup, (victim) => inject(victim, call));
        const isLeftAlone = leftAlone.includes(setup) && answer.Status === 'SUCCESS';
        const outcome = {
          created: new Set(fake.callsOf('create').map(([job]) => job)).size,
          isRunning: Object.values(fake.phases).some((phase) => phase === 'running' || phase === 'stopping'),
          end: (second ?? answer).Status,
        };

        expect({ fault, call: fake.calls[call - 1], ...outcome }).toEqual({
          fault,
          call: fake.calls[call - 1],
          created: Math.min(1, outcome.created),
          isRunning: isLeftAlone,
          end: 'SUCCESS',
        });
      }
    }
  });
});

describe('giving up', () => {
  test('stops the job and fails with the fault', async () => {
    const execution = await started();

    expect(await execution.abandon({ Error: 'Lambda.TooManyRequestsException', Cause: 'Rate exceeded' })).toEqual({
      Status: 'FAILED',
      Reason: `The function could not be run: Lambda.TooManyRequestsException: Rate exceeded | Job: ${arnOf(name)}`,
      PhysicalResourceId: arnOf(name),
    });
    expect(kind.callsOf('stop')).toEqual([[name]]);
  });

  test('says what the function has thrown, without its trace', async () => {
    const Cause = JSON.stringify({
      errorType: 'RangeError',
      errorMessage: 'Out of range',
      trace: ['at step (index.js:1)'],
    });

    expect((await create().abandon({ Error: 'RangeError', Cause })).Reason).toBe(
      'The function could not be run: RangeError: Out of range',
    );
  });

  test.each(['null', '"a text"', '{}'])('says a cause of another form as it is: %s', async (Cause) => {
    expect((await create().abandon({ Error: 'Unknown', Cause })).Reason).toBe(
      `The function could not be run: Unknown: ${Cause}`,
    );
  });

  test('fails without a fault too', async () => {
    expect((await create().abandon()).Reason).toBe('The function could not be run: Unknown: no cause given');
  });

  test('leaves a job alone that has ended', async () => {
    kind.run = { ...kind.run, seconds: 1 };
    const execution = await started();

    await execution.abandon();
    expect(kind.callsOf('stop')).toEqual([]);
  });

  test('fails with the name when a job may have been started', async () => {
    const execution = create();
    await execution.tick();

    expect((await execution.abandon()).PhysicalResourceId).toBe(name);
  });

  test.each(['describe', 'stop'] as const)('fails even where %s does', async (call) => {
    const execution = await started();
    kind.fail(call, new ServiceError('busy', 'slow down'), Infinity);

    expect(await execution.abandon()).toMatchObject({ Status: 'FAILED', PhysicalResourceId: arnOf(name) });
  });

  test('fails an Update and a Delete with the id that was there', async () => {
    const update = new Execution(updateEvent('arn:old', {}, { RerunKey: '1' }), kind, clock);
    const removal = new Execution(deleteEvent('arn:old'), kind, clock);

    expect(await update.abandon()).toMatchObject({ Status: 'FAILED', PhysicalResourceId: 'arn:old' });
    expect(await removal.abandon()).toMatchObject({ Status: 'FAILED', PhysicalResourceId: 'arn:old' });
  });

  test.each([
    ['leaves the job of a result alone that has time left', '2030-01-02T06:00:00.000Z', 'running'],
    ['stops the job of a result that has none', '2030-01-01T00:00:00.000Z', 'stopping'],
  ])('%s, and fails the result', async (_, Deadline, phase) => {
    const Job = kind.add(name, { seconds: 100_000 });
    const execution = new Execution(resultEvent({ Job, Name: name, Deadline }), kind, clock);

    expect(await execution.abandon({ Error: 'Lambda.Unknown', Cause: 'gone' })).toEqual({
      Status: 'FAILED',
      Reason: `The function could not be run: Lambda.Unknown: gone | Job: ${arnOf(name)}`,
      PhysicalResourceId: 'Result',
    });
    expect(kind.phases).toEqual({ [name]: phase });
  });
});
