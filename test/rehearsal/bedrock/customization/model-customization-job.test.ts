import { ModelCustomizationJob } from '../../../../rehearsal/bedrock/customization/model-customization-job';
import { ACCOUNT, BATCH_START } from '../../fixture-batch';

test('is paid for by the token of its data, and its model by the month', () => {
  const job = new ModelCustomizationJob({
    id: 'a1b2c3d4e5f6',
    arn: 'arn:aws:bedrock:us-east-1:111122223333:model-customization-job/a1b2c3d4e5f6',
    ...ACCOUNT,
    request: { jobName: 'job', baseModelIdentifier: 'amazon.nova-lite-v1:0:300k' },
    course: {},
    createdAt: BATCH_START,
    now: () => BATCH_START,
    customModelArn: 'arn:aws:bedrock:us-east-1:111122223333:custom-model/amazon.nova-lite-v1:0:300k/a1b2c3d4e5f6',
    baseModelArn: 'arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0:300k',
  });
  expect(job.usage).toEqual({
    instances: [],
    note: 'by the token of its data, of amazon.nova-lite-v1:0:300k; its model costs by the month',
  });
});
