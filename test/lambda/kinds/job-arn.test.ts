import { nameIn } from '../../../lambda/kinds/job-arn';

test('an ARN ends in the name of the job', () => {
  expect(nameIn('arn:aws:sagemaker:eu-west-1:111122223333:training-job/Shop--Train--35aa6eb423f8')).toBe(
    'Shop--Train--35aa6eb423f8',
  );
});
