import { Aws, Fn } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { newStack } from './sample-job';
import { textInTemplate } from '../../src/text-in-template';

test('a text that is known is as it is', () => {
  expect(textInTemplate(newStack(), 'arn:aws:s3:::models/*')).toBe('arn:aws:s3:::models/*');
});

test('references are in angle brackets, however they are written', () => {
  const stack = newStack();
  const bucket = new Bucket(stack, 'Models');
  expect(textInTemplate(stack, `arn:${Aws.PARTITION}:s3:::models-${Aws.REGION}/*`)).toBe(
    'arn:<AWS::Partition>:s3:::models-<AWS::Region>/*',
  );
  expect(textInTemplate(stack, bucket.arnForObjects('a/*'))).toMatch(/^<Models\w+\.Arn>\/a\/\*$/);
  expect(textInTemplate(stack, bucket.bucketName)).toMatch(/^<Models\w+>$/);
  expect(textInTemplate(stack, Fn.sub('assets-${AWS::AccountId}'))).toBe('assets-<AWS::AccountId>');
});

test('what another stack exports is called by its name', () => {
  expect(textInTemplate(newStack(), `${Fn.importValue('Models:Arn')}/a/*`)).toBe('Models:Arn/a/*');
});

test('what has no such text is as CloudFormation has it', () => {
  expect(textInTemplate(newStack(), Fn.base64('Key'))).toBe('{"Fn::Base64":"Key"}');
});
