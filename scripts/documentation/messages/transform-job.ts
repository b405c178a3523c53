import { transformHint } from '../../../lambda/kinds/transform-hints';
import type { MessageGroup } from '../message-group';

export const GROUP: MessageGroup = {
  title: 'Transform jobs',
  hint: transformHint,
  messages: [
    'AlgorithmError: See job logs for more information',
    'ClientError: Too many objects failed. See job logs for more information',
    'ClientError: Bad HTTP status received from algorithm: 415',
    'ClientError: Unable to get response from algorithm',
    'ClientError: Model server timed out',
    'ClientError: The payload is too large',
    'ClientError: Bad HTTP status returned from invoke: 413',
    'ValidationException: MaxConcurrentTransforms times MaxPayloadInMB exceeds 100 MB',
    'AlgorithmError: The primary container did not pass the ping health check.',
    'ClientError: CannotStartContainerError. Please ensure the model container starts correctly',
    'ValidationException: Could not find model data at s3://models/churn.tar.gz.',
    'ValidationException: Could not find model "arn:aws:sagemaker:eu-west-1:111122223333:model/churn".',
    'ValidationException: No S3 objects found under S3 URL "s3://data/test/" given in input data source.',
    'ClientError: Access Denied',
  ],
};
