import { denialHint } from '../../../lambda/kinds/denial-hints';
import type { MessageGroup } from '../message-group';

const denied = (action: string, resource: string, why: string) =>
  `User: arn:aws:sts::111122223333:assumed-role/Trainer/SageMaker is not authorized to perform: ${action} on resource: ${resource} ${why}`;
const OBJECT = 'arn:aws:s3:::data/train.csv';
const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/1';
const ROLE = 'arn:aws:iam::111122223333:role/Job';

export const GROUP: MessageGroup = {
  title: 'Denied access',
  hint: denialHint,
  messages: [
    denied('s3:GetObject', OBJECT, 'because no identity-based policy allows the s3:GetObject action'),
    denied('iam:PassRole', ROLE, 'because no identity-based policy allows the iam:PassRole action'),
    denied('sts:AssumeRole', ROLE, 'because no resource-based policy allows the sts:AssumeRole action'),
    denied('kms:GenerateDataKey', KEY, 'because no resource-based policy allows the kms:GenerateDataKey action'),
    denied(
      'kms:Decrypt',
      KEY,
      'because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access',
    ),
    denied('s3:GetObject', OBJECT, 'because no permissions boundary allows the s3:GetObject action'),
    denied('s3:GetObject', OBJECT, 'because no service control policy allows the s3:GetObject action'),
    denied('s3:GetObject', OBJECT, 'because no resource control policy allows the s3:GetObject action'),
    denied('s3:GetObject', OBJECT, 'with an explicit deny in a service control policy'),
    denied('s3:GetObject', OBJECT, 'with an explicit deny in a resource control policy'),
    denied('s3:GetObject', OBJECT, 'with an explicit deny in a permissions boundary'),
    denied('s3:GetObject', OBJECT, 'with an explicit deny in a session policy'),
    denied('s3:GetObject', OBJECT, 'with an explicit deny in a VPC endpoint policy'),
    denied('s3:PutObject', OBJECT, 'with an explicit deny in a resource-based policy'),
    denied('s3:GetObject', OBJECT, 'with an explicit deny in an identity-based policy'),
    denied('s3:GetObject', OBJECT, 'with an explicit deny'),
    'You are not authorized to perform this operation. Encoded authorization failure message: 4GIOHlT…',
    'The ciphertext refers to a customer master key that does not exist, does not exist in this region, or you are not allowed to access.',
    'ClientError: Client permission error: PassRole error',
    'ValidationException: RoleArn: Cross-account pass role is not allowed.',
  ],
};
