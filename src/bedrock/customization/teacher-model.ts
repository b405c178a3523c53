import { ArnFormat, Stack } from 'aws-cdk-lib';
import type { FoundationModelIdentifier } from 'aws-cdk-lib/aws-bedrock';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { mustBe } from '../../validation/finding';
import { note } from '../../validation/noted-findings';
import { requireOptions, requireString } from '../../validation/property-check';
import { isUnknown } from '../../validation/unknown-value';
import { foundationModelId } from '../foundation-model-arn';
import { geographyRules } from '../geography-rules';
import { allowInvoke, requireRegions } from '../inference-profile-access';
import { parseInferenceProfileId } from '../inference-profile-id';

const MEMBER = 'customization.teacherModel';
const API = 'teacherModelIdentifier';

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
    requireRegions(scope, regions);
    const member = { property: MEMBER, api: API };
    const parsed = isUnknown(this.id) ? undefined : parseInferenceProfileId(this.id);
    if (!parsed) {
      const allowed =
        "the id of a system-defined inference profile that is known at synthesis, such as 'us.amazon.nova-pro-v1:0'";
      note(scope, mustBe(member, allowed, this.id));
      return this.id;
    }
    for (const finding of geographyRules(scope, member, this.id)) note(scope, finding);
    const profileArn = Stack.of(scope).formatArn({
      service: 'bedrock',
      resource: 'inference-profile',
      resourceName: this.id,
      arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
    });
    // a global profile also calls the model where it is in no Region
    const explicit = regions && [...regions, ...(parsed.isGlobal ? [''] : [])];
    allowInvoke(scope, role, profileArn, [parsed.foundationModelId], explicit ?? [parsed.regions]);
    return profileArn;
  }
}
