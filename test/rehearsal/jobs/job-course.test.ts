import { jobNames, shownNames } from '../../../rehearsal/jobs/job-course';

test('a job answers to its path, with and without stack and last ids, and to its logical id', () => {
  const origin = {
    stackName: 'Prod-App',
    stackPath: 'Prod/App',
    logicalId: 'Compile37B500EE',
    path: 'Prod/App/Compile/Resource/Default',
  };
  expect(jobNames(origin)).toEqual([
    'Compile',
    'Compile/Resource',
    'Compile/Resource/Default',
    'Prod/App/Compile',
    'Prod/App/Compile/Resource',
    'Prod/App/Compile/Resource/Default',
    'Compile37B500EE',
  ]);
});

describe('a job is shown', () => {
  const job = (stackPath: string, path: string): Parameters<ReturnType<typeof shownNames>>[0] => ({
    name: `job-of-${stackPath}`,
    origin: { stackName: stackPath, stackPath, logicalId: 'Id', path: `${stackPath}/${path}/Resource/Default` },
  });

  test('by the shortest of its names', () => {
    const [compile, again, train] = [job('Dev/S', 'Compile'), job('Dev/S', 'Compile'), job('Prod/S', 'Train')];
    expect([compile, again, train].map(shownNames([compile, again, train]))).toEqual(['Compile', 'Compile', 'Train']);
  });

  test('with the path of its stack, where a job of another stack has the same', () => {
    const jobs = [job('Dev/S', 'Compile'), job('Prod/S', 'Compile'), job('Prod/S', 'Train')];
    expect(jobs.map(shownNames(jobs))).toEqual(['Dev/S/Compile', 'Prod/S/Compile', 'Train']);
  });

  test('by its own name, where nobody knows its construct', () => {
    expect(shownNames([])({ name: 'job-1' })).toBe('job-1');
  });
});
