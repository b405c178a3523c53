import type { FoundationModelIdentifier } from 'aws-cdk-lib/aws-bedrock';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { callFoundationModel, callInferenceProfile, type CalledModel } from './evaluation-model-access';
import type { MemberName } from '../../validation/finding';
import { requireOptions } from '../../validation/property-check';

const MEMBER: MemberName = { property: 'evaluatorModel', api: 'evaluatorModelConfig' };

/** Options of an evaluator behind an inference profile. */
export interface EvaluatorProfileOptions {
  /**
   * The Regions that the profile routes to, besides the Region of the stack. A name may have wildcards, as in `us-*`.
   *
   * @default - all Regions of the geography that the profile's id begins with
   */
  readonly regions?: string[];
}

/**
 * The model that judges the answers of others. The job's role may call it.
 *
 * Which models can judge, AWS lists by Region.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/evaluation-judge.html
 */
export abstract class EvaluatorModel {
  /**
   * A foundation model, in the Region of the stack.
   *
   * @param identifier The model's id.
   */
  public static foundationModel(identifier: FoundationModelIdentifier): EvaluatorModel {
    return new Evaluator((scope, role) => callFoundationModel(scope, role, MEMBER, identifier));
  }

  /**
   * A cross-Region inference profile that the service defines.
   *
   * @param inferenceProfileId The profile's id, such as `us.amazon.nova-pro-v1:0`: known at synthesis.
   */
  public static inferenceProfile(inferenceProfileId: string, options: EvaluatorProfileOptions = {}): EvaluatorModel {
    return new Evaluator((scope, role) => {
      requireOptions(scope, MEMBER.property, options);
      return callInferenceProfile(scope, role, MEMBER, inferenceProfileId, options.regions);
    });
  }

  /**
   * Called by the job that the model is given to.
   *
   * @internal
   */
  public abstract _bindEvaluator(scope: Construct, role: iam.IRole): CalledModel;
}

class Evaluator extends EvaluatorModel {
  constructor(public readonly _bindEvaluator: (scope: Construct, role: iam.IRole) => CalledModel) {
    super();
  }
}
