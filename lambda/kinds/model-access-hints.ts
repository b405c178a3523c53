import { STILL_SUBSCRIBING } from './denials';
import type { Hint } from './hint';

/**
 * What can be done where an account may not use a model of Bedrock, whatever the policies of a role say. Several of these texts
 * begin with "Access denied", or come as an AccessDeniedException.
 */
export const MODEL_ACCESS_HINTS: readonly Hint[] = [
  [
    /account is not authorized to (perform|invoke|access|use) this|create a support case/i,
    'AWS has not enabled the model, or what the job does with it, for this account in this Region, as it may be with new accounts: see the model catalog of the Bedrock console; where the model is open there, only a support case helps, no policy and no waiting',
  ],
  [
    /invalid_payment_instrument|valid payment instrument/i,
    'the model is bought in AWS Marketplace, and the account has no valid method of payment for that; add one in the billing console',
  ],
  [
    /use case details have not been submitted/i,
    "fill in the provider's use case form once for the account: in the Bedrock console, at the model in the model catalog",
  ],
  [
    STILL_SUBSCRIBING,
    'AWS Marketplace is still processing the subscription to the model, which takes some minutes: deploy again after that',
  ],
  [
    /marketplace (actions|subscription)|aws-marketplace:/i,
    'the account has not subscribed to the model in AWS Marketplace: whoever may do so (aws-marketplace:Subscribe and ViewSubscriptions) must use the model once, in every account',
  ],
  [
    /marked by provider as legacy|reached the end of its life/i,
    'the model is at its end, or is kept for those who use it regularly; choose a newer one',
  ],
  [
    /(don.t|do not|does not|doesn.t) have access to the model|model access is denied|not available for (channel program|this) account/i,
    'the account has no access to this model in this Region; see the model catalog of the Bedrock console',
  ],
  [
    /permissions? to invoke ?model/i,
    "the job's role must be allowed bedrock:InvokeModel on the inference profile and on its model in every Region of the profile, and the account must have access to the model (some are subscribed to in AWS Marketplace)",
  ],
];
