import { ownFolder } from '../../../lambda/kinds/own-folder';

test.each([
  ['s3://results', 's3://results/job-1/'],
  ['s3://results/', 's3://results/job-1/'],
  ['s3://results/churn/', 's3://results/churn/job-1/'],
])('below %s, the folder of a job is %s', (location, folder) => {
  expect(ownFolder(location, 'job-1')).toBe(folder);
});
