import { trainingHint } from '../../../lambda/kinds/training-hints';

test.each([
  ['AlgorithmError: Exit Code: 137', 'more memory'],
  ['CapacityError: Unable to provision requested ML compute capacity.', 'no instance of this type free'],
  ['AlgorithmError: OSError: [Errno 28] No space left on device', 'volumeSize'],
  ['AlgorithmError: ExecuteUserScriptError: ExitCode 1', 'the end of its log'],
  ['AlgorithmError: PermissionError: 403 Forbidden', 'the end of its log'],
  ['AlgorithmError: HTTPError: 500 Internal Server Error', 'the end of its log'],
  [
    'ClientError: Data download failed:failed to download data. 403 Forbidden (403): Forbidden',
    'may not read the inputs',
  ],
  [
    'ClientError: Data download failed:Unable to download object s3://data/train.csv (AccessDenied: Access Denied)',
    'may not read the inputs',
  ],
  ['ClientError: Data download failed:NoSuchKey (404): The specified key does not exist.', 'not where the inputs say'],
  ['ClientError: No S3 objects found under S3 URL "s3://data/train/"', 'not where the inputs say'],
  [
    'ClientError: Data download failed:Failed to download data. For FastFile mode, partial S3 prefix is not supported.',
    'a folder ends in /',
  ],
])('what can be done about "%s"', (reason, part) => {
  expect(trainingHint(reason)).toContain(part);
});

test.each(['no reason given', 'ClientError: something new'])('there is no hint for "%s"', (reason) => {
  expect(trainingHint(reason)).toBeUndefined();
});
