import { imageAccesses } from '../../../rehearsal/iam/image-accesses';

test.each([':1', '@sha256:abc', ''])('an image in ECR is pulled from its repository: %s', (tag) => {
  const accesses = imageAccesses(`111122223333.dkr.ecr.us-east-1.amazonaws.com/team/trainer${tag}`);
  const repository = 'arn:aws:ecr:us-east-1:111122223333:repository/team/trainer';
  expect(accesses).toEqual([
    { action: 'ecr:GetAuthorizationToken', resource: '*' },
    { action: 'ecr:BatchCheckLayerAvailability', resource: repository },
    { action: 'ecr:GetDownloadUrlForLayer', resource: repository },
    { action: 'ecr:BatchGetImage', resource: repository },
  ]);
});

test('an image elsewhere needs no permission', () => {
  expect(imageAccesses('registry.example.com/train:1')).toEqual([]);
});
