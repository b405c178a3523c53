import { neoHint } from '../../../lambda/kinds/neo-hints';

test.each([
  ['ClientError: InputConfiguration: S3 object does not exist. Bucket: models, Key: model.tar.gz', 'modelData'],
  [
    'ClientError: Bucket models is in region us-east-1 which is different from AWS Sagemaker service region eu-west-1',
    'Region',
  ],
  ['ClientError: Unable to untar input model. Please confirm the model is a tar.gz file', 'tar czf'],
  ['ClientError: Exactly one .pb or .pbtxt file is allowed for TensorFlow models.', 'model files'],
  ['ClientError: TVM cannot convert the model', 'operator'],
  ['ClientError: Operator foo is not supported', 'operator'],
  ['ClientError: InputConfiguration: Unable to determine the shape', 'dataInputConfig'],
  ['ClientError: Unsupported framework version field for target', 'frameworkVersion'],
  ["ClientError: SageMaker was unable to assume the role 'r'", 'trust sagemaker.amazonaws.com'],
  ['ClientError: Client permission error: Access Denied when calling sts:AssumeRole', 'trust sagemaker.amazonaws.com'],
  ['ClientError: Access Denied', 'may not read the model'],
  ['ClientError: S3 returned 403', 'may not read the model'],
  ['ClientError: TimeOut error', 'maxRuntime'],
  ['ServerError: There was an internal server error during the compilation job, please try again', 'rerunKey'],
])('what can be done about "%s"', (reason, part) => {
  expect(neoHint(reason)).toContain(part);
});

test.each(['no reason given', 'ClientError: something new', 'ClientError: role arn:aws:iam::403403403403:role/x'])(
  'there is no hint for "%s"',
  (reason) => {
    expect(neoHint(reason)).toBeUndefined();
  },
);
