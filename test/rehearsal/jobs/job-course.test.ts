import { jobNames } from '../../../rehearsal/jobs/job-course';

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
