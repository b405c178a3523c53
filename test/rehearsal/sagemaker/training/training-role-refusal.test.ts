import { trainingRoleRefusal } from '../../../../rehearsal/sagemaker/training/training-role-refusal';
import { ROLE, trainingRequest } from '../../fixture-sagemaker';

test.each([
  [
    'input',
    `Unauthorized to List objects under S3 URL s3://in/train/ with role ${ROLE}: no identity-based policy allows the s3:ListBucket action`,
  ],
  ['output', `Access denied to OutputDataConfig S3 bucket out with role ${ROLE}`],
  ['image', `Access denied for repository registry/algorithm:1 with role ${ROLE}`],
] as const)('says what the role must not do yet: %s', (missing, text) => {
  expect(trainingRoleRefusal(missing, trainingRequest())).toBe(text);
});
