import type { FoundationModelIdentifier } from 'aws-cdk-lib/aws-bedrock';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { requireOptions, requireString } from '../../validation/property-check';
import { bedrockArn } from '../bedrock-arn';
import { foundationModelId } from '../foundation-model-id';
import { allowInvoke, requireRegions } from '../inference-profile-access';
import { systemProfileTarget } from '../system-profile-target';

const MEMBER = 'customization.teacherModel';
const API = 'teacherModelIdentifier';

const PROFILE =
  "the id of a system-defined inference profile that is known at synthesis, such as 'us.amazon.nova-pro-v1:0'";

/** Options of a teacher behind an inference profile. */
export interface TeacherProfileOptions {
  /**
   * The Regions that the profile routes to, besides the Region of the stack. A name may have wildcards, as in `us-*`.
   *
   * @default - all Regions of the geography that the profile's id begins with
   */
  readonly regions?: string[];
}

/**
 * The model whose answers a smaller model learns.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-distillation.html
 */
export abstract class TeacherModel {
  /**
   * A foundation model.
   *
   * @param identifier The model's id.
   */
  public static foundationModel(identifier: FoundationModelIdentifier): TeacherModel {
    return new FoundationTeacher(identifier);
  }

  /**
   * A cross-Region inference profile that the service defines. The job's role may call it, and the model behind it.
   *
   * @param inferenceProfileId The profile's id, such as `us.amazon.nova-pro-v1:0`: known at synthesis.
   */
  public static inferenceProfile(inferenceProfileId: string, options: TeacherProfileOptions = {}): TeacherModel {
    return new ProfileTeacher(inferenceProfileId, options);
  }

  /**
   * Called by the job that the teacher is given to. Returns what the job's request calls it.
   *
   * @param scope The job.
   * @param role The role with which the job calls the model.
   */
  public abstract bind(scope: Construct, role: iam.IRole): string;
}

class FoundationTeacher extends TeacherModel {
  constructor(private readonly identifier: FoundationModelIdentifier) {
    super();
  }

  public bind(scope: Construct): string {
    const profiles = '; that of an inference profile belongs in TeacherModel.inferenceProfile()';
    return foundationModelId(scope, MEMBER, this.identifier, profiles);
  }
}

class ProfileTeacher extends TeacherModel {
  constructor(
    private readonly id: string,
    private readonly options: TeacherProfileOptions,
  ) {
    super();
  }

  public bind(scope: Construct, role: iam.IRole): string {
    requireString(scope, MEMBER, this.id, { required: true });
    requireOptions(scope, MEMBER, this.options);
    const { regions } = this.options;
    requireRegions(scope, `${MEMBER}.regions`, regions);
    const target = systemProfileTarget(scope, this.id, regions, {
      member: { property: MEMBER, api: API },
      allowed: PROFILE,
    });
    if (!target) return this.id;
    const profileArn = bedrockArn(scope, 'inference-profile', this.id);
    allowInvoke(scope, role, profileArn, [target.foundationModelId], target.regions);
    return profileArn;
  }
}
