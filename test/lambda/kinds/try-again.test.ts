import { TRY_AGAIN } from '../../../lambda/kinds/try-again';

test('a long job is tried again as another job', () => {
  expect(`choose another instance type, or ${TRY_AGAIN}`).toBe(
    'choose another instance type, or deploy again (where the deployment waits for the job for longer than 55 minutes, with another rerunKey; where the job has a name of its own, with another name)',
  );
});
