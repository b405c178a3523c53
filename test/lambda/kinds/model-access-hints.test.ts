import { hintIn } from '../../../lambda/kinds/hint';
import { MODEL_ACCESS_HINTS } from '../../../lambda/kinds/model-access-hints';

test.each([
  [
    'ValidationException: Your account is not authorized to perform this action. Please create a support case with the Customer Support team',
    'only a support case helps',
  ],
  ['AccessDeniedException: Your account is not authorized to invoke this API operation.', 'see the model catalog'],
  [
    'AccessDeniedException: Model access is denied due to INVALID_PAYMENT_INSTRUMENT: A valid payment instrument must be provided. Your AWS Marketplace subscription for this model cannot be completed at this time.',
    'method of payment',
  ],
  [
    'AccessDeniedException: Model access is denied due to IAM user or service role is not authorized to perform the required AWS Marketplace actions (aws-marketplace:ViewSubscriptions, aws-marketplace:Subscribe) to enable access to this model.',
    'has not subscribed to the model',
  ],
  [
    'ResourceNotFoundException: Model use case details have not been submitted for this account. Fill out the use case details form before using the model.',
    'use case form',
  ],
  [
    'ResourceNotFoundException: Access denied. This Model is marked by provider as Legacy and you have not been actively using the model in the last 30 days.',
    'choose a newer one',
  ],
  ['ResourceNotFoundException: This model version has reached the end of its life.', 'choose a newer one'],
  [
    "AccessDeniedException: You don't have access to the model with the specified model ID.",
    'has no access to this model',
  ],
  [
    'AccessDeniedException: You don’t have access to the model with the specified model ID.',
    'has no access to this model',
  ],
  [
    'AccessDeniedException: Access to this model is not available for channel program accounts.',
    'has no access to this model',
  ],
  ["Customer doesn't have permissions to invokeModel", 'bedrock:InvokeModel on the inference profile'],
  ['AccessDeniedException: Your account is not authorized to access this model', 'AWS has not enabled the model'],
  [
    'AccessDeniedException: Model access is denied. Your AWS Marketplace subscription for this model is still being processed',
    'still processing the subscription',
  ],
])('what can be done about "%s"', (text, hint) => {
  expect(hintIn(MODEL_ACCESS_HINTS, text)).toContain(hint);
});

test.each(['Access denied', 'The legacy format of the records is not supported', 'the model has no permissions'])(
  'there is none for "%s"',
  (text) => {
    expect(hintIn(MODEL_ACCESS_HINTS, text)).toBeUndefined();
  },
);
