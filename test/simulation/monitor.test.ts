import { SECRET } from '../../simulation/cloudformation/url-secret';
import { FixedFaults } from '../../simulation/fault-plan';
import { jobResource } from '../../simulation/scenarios/sample-templates';
import { World } from '../../simulation/world';

/** A world in which a job was created as it should be, by the request r1. */
async function afterCreate(): Promise<World> {
  const world = new World({ plan: new FixedFaults() });
  const template = { Job: jobResource({ kind: 'CompilationJob', version: 'A' }) };
  await world.run(async () => {
    const stack = world.newStack();
    await stack.create(template);
    await stack.update({ Job: jobResource({ kind: 'CompilationJob', version: 'B' }) });
  });
  expect(world.monitor.violations).toEqual([]);
  // what the tests answer is the answer to a request that has been made again
  for (const request of world.requests) request.responseUrl = 'url';
  return world;
}

const answer = (more: object) => JSON.stringify({ Status: 'SUCCESS', Reason: 'x', ...more });

test('a secret in a log, in an error and in an answer is a violation', async () => {
  const { monitor } = await afterCreate();
  monitor.seeLog({ event: { ResponseURL: `https://host/?${SECRET}` } });
  monitor.seeEnd('r1', { kind: 'error', error: new Error(`The response URL cannot be reached: ${SECRET}`) });
  // at a URL that CloudFormation does not read any more
  monitor.seeAnswer('r1', 'an earlier url', answer({ Reason: SECRET }));

  expect(monitor.violations.map((text) => text.split(':')[0])).toEqual([
    'a secret is logged',
    'a secret is in an error',
    'a secret is in an answer',
  ]);
});

test('an error that is none of delivery is a violation', async () => {
  const { monitor } = await afterCreate();
  monitor.seeEnd('r1', { kind: 'error', error: new TypeError('undefined is not a function') });
  monitor.seeEnd('r1', { kind: 'error', error: new Error('The response URL answered with HTTP status 503') });
  monitor.seeEnd('r1', { kind: 'crash' });

  expect(monitor.violations).toEqual(['the handler throws: r1: TypeError: undefined is not a function']);
});

test('two answers that say different things, and one that is too long, are violations', async () => {
  const { monitor } = await afterCreate();
  monitor.seeAnswer('r1', 'an earlier url', answer({}));
  monitor.seeAnswer('r1', 'an earlier url', answer({ Status: 'FAILED' }));
  monitor.seeAnswer('r1', 'another url', answer({ Reason: 'x'.repeat(4096) }));

  expect(monitor.violations).toEqual([
    expect.stringMatching(/^a request has two answers: r1: /),
    expect.stringMatching(/^an answer is too long: \d+ bytes$/),
  ]);
});

test.each([
  [0, 1],
  [1, 0],
])(
  'two answers are none where the function has given up, and the execution has begun all the same',
  async (...order) => {
    const { monitor } = await afterCreate();
    const failure = answer({
      Status: 'FAILED',
      Reason: 'The state machine could not be started: no',
      PhysicalResourceId: 'x',
    });
    for (const index of order) monitor.seeAnswer('r1', 'url', [failure, answer({ PhysicalResourceId: 'y' })][index]);

    expect(monitor.violations.filter((text) => text.startsWith('a request has two answers'))).toEqual([]);
  },
);

test('the tags of a job that was let go of may be more than those that are asked for when it is taken up again', async () => {
  const tagged = (version: string, owner: string) => ({
    Job: jobResource({ kind: 'ModelInvocationJob', version, tags: { [owner]: 'yes' } }),
  });
  const world = new World({ plan: new FixedFaults() });
  await world.run(async () => {
    const stack = world.newStack();
    await stack.create(tagged('A', 'first'));
    await stack.update(tagged('B', 'second'));
    await stack.update(tagged('A', 'third'));
  });

  expect(world.account.jobs[0].tags).toMatchObject({ first: 'yes', third: 'yes' });
  expect(world.monitor.violations).toEqual([]);
});

test.each([
  ['of another job', 'r1', (world: World) => world.account.jobs[1].arn],
  ['of no job', 'r1', () => 'arn:aws:sagemaker:eu-west-1:111122223333:compilation-job/other'],
  ['that is another one after a Delete', 'r3', (world: World) => world.account.jobs[1].arn],
])('a physical id %s is a violation', async (_, requestId, idIn) => {
  const world = await afterCreate();
  world.account.jobs[0].removedAt = Infinity;
  world.monitor.seeAnswer(requestId, 'url', answer({ PhysicalResourceId: idIn(world) }));

  expect(world.monitor.violations[0]).toMatch(/^a physical id is wrong: /);
});

test('a wrong physical id is none at a URL that CloudFormation does not read any more', async () => {
  const { account, monitor } = await afterCreate();
  const body = answer({ PhysicalResourceId: account.jobs[1].arn });
  monitor.seeAnswer('r1', 'an earlier url', body);
  expect(monitor.violations).toEqual([]);
  monitor.seeAnswer('r1', 'url', body);
  expect(monitor.violations[0]).toMatch(/^a physical id is wrong: /);
});

test('attributes that are not those of the job are a violation', async () => {
  const world = await afterCreate();
  const [, { arn }] = world.account.jobs;
  const Data = { CompilationJobArn: arn, CompilationJobStatus: 'INPROGRESS' };
  world.monitor.seeAnswer('r2', 'url', answer({ PhysicalResourceId: arn, Data }));

  expect(world.monitor.violations).toEqual(['an attribute is wrong: CompilationJobStatus: INPROGRESS, not COMPLETED']);
});

test('a Delete that creates a job, and one that deletes the record of a failed one, are violations', async () => {
  const world = await afterCreate();
  const [, job] = world.account.jobs;
  job.fail(world.now, 'ClientError: no');
  world.monitor.seeCreateCall('r3', 'CreateCompilationJob x');
  world.monitor.seeDeleteCall('r3', job.name);

  expect(world.monitor.violations).toEqual([
    'a Delete creates a job: CreateCompilationJob x',
    `the record of a failed job is deleted: ${job.name}`,
  ]);
});

test('a second job of a spec is a violation, unless the service has lost the first', async () => {
  const world = await afterCreate();
  const [, job] = world.account.jobs;
  world.monitor.seeJob(job.copy());
  expect(world.monitor.violations).toEqual([`a spec is billed twice: ${job.name} (completed) and ${job.name}`]);

  job.isLost = true;
  world.monitor.seeJob(job.copy());
  expect(world.monitor.violations).toHaveLength(1);
});

test('so it is of one that has failed as soon as it was made, unless two at once have asked for it', async () => {
  const world = await afterCreate();
  const [, job] = world.account.jobs;
  job.fail(job.origin.at, 'ClientError: no');
  world.monitor.seeJob(job.copy());
  expect(world.monitor.violations).toEqual([`a spec is billed twice: ${job.name} (failed) and ${job.name}`]);

  jest.replaceProperty(world.plan, 'met', [{ point: 1, fault: 'tick-twice' }]);
  world.monitor.seeJob(job.copy());
  expect(world.monitor.violations).toHaveLength(1);
});

test('a job that runs when an operation is over, and that no stack holds, is a violation', async () => {
  const world = await afterCreate();
  const [stack] = world.stacks;
  const [, job] = world.account.jobs;
  stack.resources.clear();
  world.account.jobs.push(Object.assign(job.copy(), { milestones: [{ at: world.now, phase: 'running' }] }));
  world.monitor.seeOperationEnd(stack);

  expect(world.monitor.violations).toEqual([`a job runs unseen: ${job.name}`]);
});

/** Makes a job look as if it ran. */
function run(world: World, index: number): void {
  const { jobs } = world.account;
  jobs[index] = Object.assign(jobs[index].copy(), {
    milestones: [
      { at: world.now, phase: 'running' },
      { at: world.now + 1_000_000, phase: 'completed' },
    ],
    removedAt: Infinity,
  });
}

/** The record of a request, with other members. */
function change(world: World, id: string, members: object): void {
  Object.assign(
    world.requests.find((request) => request.id === id)!,
    members,
  );
}

/** The execution of the second request signals a condition that its resource has. */
function signal(world: World, word: string): void {
  const { properties } = world.requests[1];
  change(world, 'r2', { properties: { ...properties, WaitConditions: ['Condition'] } });
  const uniqueId = `${word}-0123`;
  world.monitor.seeSignal('r2', { stack: world.stacks[0].id, condition: 'Condition', uniqueId });
}

test.each<[string, (world: World) => void]>([
  [
    'a rollback creates a job',
    (world) => {
      change(world, 'r2', { phase: 'rollback' });
      world.monitor.seeCreateCall('r2', 'CreateCompilationJob x');
    },
  ],
  [
    'a request has no answer',
    (world) => {
      change(world, 'r1', { outcome: { kind: 'timeout' } });
      world.monitor.seeOutcome(world.requests[0]);
    },
  ],
  [
    'a retreat takes too long',
    (world) => {
      change(world, 'r3', { sentAt: world.now - 331_000 });
      world.monitor.seeOutcome(world.requests[2]);
    },
  ],
  [
    'an execution has too many events',
    (world) => {
      Object.defineProperty(world.stepFunctions.executions[0], 'historyEvents', { value: 16_001 });
      world.monitor.seeOperationEnd(world.stacks[0]);
    },
  ],
  [
    'a job is created when all is over',
    (world) => {
      world.scheduler.skipTo(world.now + 1000);
      world.stacks[0].resources.clear();
      const { origin } = world.account.jobs[1];
      world.account.create({ ...origin, name: 'late', arn: 'arn:late' });
      world.monitor.violations.length = 0;
      world.monitor.seeEndOfTime();
    },
  ],
  [
    'a signal is sent for a job that is gone',
    (world) => {
      signal(world, 'Completed');
      world.monitor.violations.length = 0;
      world.account.jobs[1].removedAt = world.now;
      signal(world, 'Completed');
    },
  ],
  [
    'a wait condition times out',
    (world) => {
      signal(world, 'Completed');
      world.monitor.seeConditionTimeout(world.stacks[0].id, 'Condition');
    },
  ],
  [
    'a result stops a job before its deadline',
    (world) => {
      const Deadline = new Date(world.now + 1000).toISOString();
      change(world, 'r1', { resourceType: 'result', properties: { Deadline } });
      world.monitor.seeStopCall('r1', 'job');
    },
  ],
  [
    'a result fails while its job has time left',
    (world) => {
      run(world, 1);
      const { arn } = world.account.jobs[1];
      change(world, 'r1', { resourceType: 'result', properties: { Job: arn }, sentAt: world.now });
      world.monitor.seeAnswer('r1', 'url', answer({ Status: 'FAILED', PhysicalResourceId: 'Job' }));
    },
  ],
  [
    'a success is told of a job that has not completed',
    (world) => {
      run(world, 1);
      const { arn } = world.account.jobs[1];
      const Data = { CompilationJobArn: arn, CompilationJobStatus: 'COMPLETED' };
      world.monitor.seeAnswer('r2', 'url', answer({ PhysicalResourceId: arn, Data }));
    },
  ],
  [
    'a success is told of a job that there is not',
    (world) => {
      change(world, 'r1', { resourceType: 'reference', properties: { ReferencedJob: 'arn:none' } });
      world.monitor.seeAnswer('r1', 'url', answer({ PhysicalResourceId: 'Job' }));
    },
  ],
  [
    'an attribute is wrong',
    (world) => {
      change(world, 'r1', { resourceType: 'result', properties: { Job: world.account.jobs[1].arn } });
      const Data = { CompilationJobArn: 'arn:other', CompilationJobStatus: 'COMPLETED' };
      world.monitor.seeAnswer('r1', 'url', answer({ PhysicalResourceId: 'Job', Data }));
    },
  ],
  [
    'a Delete fails',
    (world) => {
      change(world, 'r3', { sentAt: world.now });
      const { physicalId } = world.requests[2];
      world.monitor.seeAnswer('r3', 'url', answer({ Status: 'FAILED', PhysicalResourceId: physicalId }));
    },
  ],
  [
    'a failure is told while the job runs',
    (world) => {
      run(world, 0);
      change(world, 'r1', { sentAt: world.now });
      const { arn } = world.account.jobs[0];
      world.monitor.seeAnswer('r1', 'url', answer({ Status: 'FAILED', PhysicalResourceId: arn }));
    },
  ],
  [
    'a physical id is wrong',
    (world) => {
      run(world, 0);
      // nothing under this id would lead a Delete to the job
      world.excuses.overtax('r1');
      const id = 'cdk-ml-jobs:not-started';
      world.monitor.seeAnswer('r1', 'url', answer({ Status: 'FAILED', PhysicalResourceId: id }));
    },
  ],
  [
    'a Delete is answered while the job runs',
    (world) => {
      run(world, 0);
      // its record is left, too
      world.account.jobs[0].removedAt = Infinity;
      world.monitor.seeAnswer('r3', 'url', answer({ PhysicalResourceId: world.requests[2].physicalId }));
      world.monitor.violations.length = 1;
    },
  ],
  [
    'a record is left',
    (world) => {
      world.account.jobs[0].removedAt = Infinity;
      world.monitor.seeAnswer('r3', 'url', answer({ PhysicalResourceId: world.requests[2].physicalId }));
    },
  ],
  [
    'a record is gone',
    (world) => {
      world.account.jobs[0].fail(world.now, 'ClientError: no');
      world.monitor.seeAnswer('r3', 'url', answer({ PhysicalResourceId: world.requests[2].physicalId }));
    },
  ],
  [
    'the tags are wrong',
    (world) => {
      world.account.jobs[1].tag(world.now, {});
      world.monitor.seeOperationEnd(world.stacks[0]);
    },
  ],
  [
    'a resource stands for no job',
    (world) => {
      world.account.jobs[1].removedAt = world.now;
      world.monitor.seeOperationEnd(world.stacks[0]);
    },
  ],
])('%s: that is a violation', async (rule, breakIt) => {
  const world = await afterCreate();
  breakIt(world);

  expect(world.monitor.violations.map((text) => text.split(':')[0])).toEqual([rule]);
});
