import { ModelCustomizationJob } from '../../../../rehearsal/bedrock/customization/model-customization-job';
import type { JsonObject } from '../../../../rehearsal/json-value';
import { ACCOUNT, BATCH_START } from '../../fixture-batch';

function newJob(request: JsonObject, seconds: number): ModelCustomizationJob {
  return new ModelCustomizationJob({
    id: 'a1b2c3d4e5f6',
    arn: 'arn:aws:bedrock:us-east-1:111122223333:model-customization-job/a1b2c3d4e5f6',
    ...ACCOUNT,
    request: { jobName: 'job', baseModelIdentifier: 'amazon.nova-lite-v1:0:300k', ...request },
    course: {},
    createdAt: BATCH_START,
    now: () => BATCH_START + seconds * 1000,
    customModelArn: 'arn:aws:bedrock:us-east-1:111122223333:custom-model/amazon.nova-lite-v1:0:300k/a1b2c3d4e5f6',
    baseModelArn: 'arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0:300k',
  });
}

test('is paid for by the token of its data, and its model by the month', () => {
  expect(newJob({}, 0).usage).toEqual({
    instances: [],
    note: 'by the token of its data, of amazon.nova-lite-v1:0:300k; its model costs by the month',
  });
});

test('its losses are invented, once it has some', () => {
  const loss = (name: string) => ({ name, value: 0.5, why: 'nothing was trained' });
  const validationDataConfig = { validators: [{ s3Uri: 's3://data/validation.jsonl' }] };
  expect(newJob({}, 0).invented).toEqual([]);
  expect(newJob({}, 600).invented).toEqual([loss('trainingLoss')]);
  expect(newJob({ validationDataConfig }, 600).invented).toEqual([loss('trainingLoss'), loss('validationLoss')]);
});
