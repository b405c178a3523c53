import { bedrockCallAccesses } from './bedrock/bedrock-call-accesses';
import { cloudFormationCallAccesses } from './cloudformation/cloudformation-call-accesses';
import { DEFAULT_ENVIRONMENT } from './default-environment';
import type { ApiCall } from './emulated-api/api-call';
import { environmentOf } from './environment';
import type { Access } from './iam/access';
import type { Iam } from './iam/iam';
import { lambdaCallAccesses } from './lambda/lambda-call-accesses';
import { s3CallAccesses } from './s3/s3-call-accesses';
import { sageMakerCallAccesses } from './sagemaker/sagemaker-call-accesses';
import { stepFunctionsCallAccesses } from './step-functions/step-functions-call-accesses';
import { Supposition } from '../unconfirmed/supposition';

/** What IAM checks before a call has an effect: the action, on its resources, and what the action depends on. */
export function callAccesses(
  call: ApiCall,
  iam: Pick<Iam, 'bucket' | 'keyArn'>,
  supposition = Supposition.USUAL,
): Access[] {
  const environment = environmentOf(call.caller?.functionArn ?? call.stateMachineArn) ?? DEFAULT_ENVIRONMENT;
  switch (call.service) {
    case 'sagemaker':
      return sageMakerCallAccesses(call, environment);
    case 'bedrock':
      return bedrockCallAccesses(call, environment, supposition);
    case 's3':
      return s3CallAccesses(call, environment, iam);
    case 'lambda':
      return lambdaCallAccesses(call);
    case 'cloudformation':
      return cloudFormationCallAccesses(call, environment);
    default:
      return stepFunctionsCallAccesses(call);
  }
}
