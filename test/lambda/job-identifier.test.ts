import { isIdentifier } from '../../lambda/job-identifier';
import { MAY_HAVE_STARTED, NOT_STARTED } from '../../lambda/operation';

test.each([
  ['arn:aws:sagemaker:eu-west-1:111122223333:training-job/name', true],
  ['KB12345678|DS12345678|JOB1234567', true],
  ['shop--ingest--35aa6eb423f8-2', false],
  ['KB12345678/DS12345678/shop--ingest--35aa6eb423f8', false],
  [NOT_STARTED, false],
  [MAY_HAVE_STARTED, false],
])('%s is the id of a job: %p', (id, expected) => {
  expect(isIdentifier(id)).toBe(expected);
});
