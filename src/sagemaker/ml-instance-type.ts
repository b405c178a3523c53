import type { IConstruct } from 'constructs';
import type { ExpectedValue } from '../validation/expected-value';
import { requireString } from '../validation/property-check';

/** What tells a type of instance from anything else. */
export const INSTANCE_TYPE: ExpectedValue = {
  mark: '_render',
  allowed: 'a type of instance, for example MlInstanceType.M5_XLARGE',
};

/**
 * The kind of machine that a training or transform job runs on, or that a model is optimized for: an ML compute instance.
 *
 * Those that many jobs use have a constant; any other has `MlInstanceType.of('ml.<family>.<size>')`.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ResourceConfig.html
 * @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_TransformResources.html
 */
export class MlInstanceType {
  /** ml.m5.large: general purpose. */
  public static readonly M5_LARGE = MlInstanceType.of('ml.m5.large');
  /** ml.m5.xlarge: general purpose. */
  public static readonly M5_XLARGE = MlInstanceType.of('ml.m5.xlarge');
  /** ml.m5.2xlarge: general purpose. */
  public static readonly M5_2_XLARGE = MlInstanceType.of('ml.m5.2xlarge');
  /** ml.m5.4xlarge: general purpose. */
  public static readonly M5_4_XLARGE = MlInstanceType.of('ml.m5.4xlarge');
  /** ml.m5.12xlarge: general purpose. */
  public static readonly M5_12_XLARGE = MlInstanceType.of('ml.m5.12xlarge');
  /** ml.m5.24xlarge: general purpose. */
  public static readonly M5_24_XLARGE = MlInstanceType.of('ml.m5.24xlarge');
  /** ml.m7i.large: general purpose. */
  public static readonly M7_I_LARGE = MlInstanceType.of('ml.m7i.large');
  /** ml.m7i.xlarge: general purpose. */
  public static readonly M7_I_XLARGE = MlInstanceType.of('ml.m7i.xlarge');
  /** ml.m7i.2xlarge: general purpose. */
  public static readonly M7_I_2_XLARGE = MlInstanceType.of('ml.m7i.2xlarge');
  /** ml.m7i.4xlarge: general purpose. */
  public static readonly M7_I_4_XLARGE = MlInstanceType.of('ml.m7i.4xlarge');
  /** ml.m7i.8xlarge: general purpose. */
  public static readonly M7_I_8_XLARGE = MlInstanceType.of('ml.m7i.8xlarge');
  /** ml.m7i.12xlarge: general purpose. */
  public static readonly M7_I_12_XLARGE = MlInstanceType.of('ml.m7i.12xlarge');
  /** ml.c5.xlarge: compute optimized. */
  public static readonly C5_XLARGE = MlInstanceType.of('ml.c5.xlarge');
  /** ml.c5.2xlarge: compute optimized. */
  public static readonly C5_2_XLARGE = MlInstanceType.of('ml.c5.2xlarge');
  /** ml.c5.4xlarge: compute optimized. */
  public static readonly C5_4_XLARGE = MlInstanceType.of('ml.c5.4xlarge');
  /** ml.c5.9xlarge: compute optimized. */
  public static readonly C5_9_XLARGE = MlInstanceType.of('ml.c5.9xlarge');
  /** ml.c5.18xlarge: compute optimized. */
  public static readonly C5_18_XLARGE = MlInstanceType.of('ml.c5.18xlarge');
  /** ml.c7i.xlarge: compute optimized. */
  public static readonly C7_I_XLARGE = MlInstanceType.of('ml.c7i.xlarge');
  /** ml.c7i.2xlarge: compute optimized. */
  public static readonly C7_I_2_XLARGE = MlInstanceType.of('ml.c7i.2xlarge');
  /** ml.c7i.4xlarge: compute optimized. */
  public static readonly C7_I_4_XLARGE = MlInstanceType.of('ml.c7i.4xlarge');
  /** ml.c7i.8xlarge: compute optimized. */
  public static readonly C7_I_8_XLARGE = MlInstanceType.of('ml.c7i.8xlarge');
  /** ml.c7i.12xlarge: compute optimized. */
  public static readonly C7_I_12_XLARGE = MlInstanceType.of('ml.c7i.12xlarge');
  /** ml.r5.xlarge: memory optimized. */
  public static readonly R5_XLARGE = MlInstanceType.of('ml.r5.xlarge');
  /** ml.r5.2xlarge: memory optimized. */
  public static readonly R5_2_XLARGE = MlInstanceType.of('ml.r5.2xlarge');
  /** ml.r5.4xlarge: memory optimized. */
  public static readonly R5_4_XLARGE = MlInstanceType.of('ml.r5.4xlarge');
  /** ml.r5.12xlarge: memory optimized. */
  public static readonly R5_12_XLARGE = MlInstanceType.of('ml.r5.12xlarge');
  /** ml.g4dn.xlarge: NVIDIA T4. */
  public static readonly G4_DN_XLARGE = MlInstanceType.of('ml.g4dn.xlarge');
  /** ml.g4dn.2xlarge: NVIDIA T4. */
  public static readonly G4_DN_2_XLARGE = MlInstanceType.of('ml.g4dn.2xlarge');
  /** ml.g4dn.4xlarge: NVIDIA T4. */
  public static readonly G4_DN_4_XLARGE = MlInstanceType.of('ml.g4dn.4xlarge');
  /** ml.g4dn.8xlarge: NVIDIA T4. */
  public static readonly G4_DN_8_XLARGE = MlInstanceType.of('ml.g4dn.8xlarge');
  /** ml.g4dn.12xlarge: NVIDIA T4. */
  public static readonly G4_DN_12_XLARGE = MlInstanceType.of('ml.g4dn.12xlarge');
  /** ml.g4dn.16xlarge: NVIDIA T4. */
  public static readonly G4_DN_16_XLARGE = MlInstanceType.of('ml.g4dn.16xlarge');
  /** ml.g5.xlarge: NVIDIA A10G. */
  public static readonly G5_XLARGE = MlInstanceType.of('ml.g5.xlarge');
  /** ml.g5.2xlarge: NVIDIA A10G. */
  public static readonly G5_2_XLARGE = MlInstanceType.of('ml.g5.2xlarge');
  /** ml.g5.4xlarge: NVIDIA A10G. */
  public static readonly G5_4_XLARGE = MlInstanceType.of('ml.g5.4xlarge');
  /** ml.g5.8xlarge: NVIDIA A10G. */
  public static readonly G5_8_XLARGE = MlInstanceType.of('ml.g5.8xlarge');
  /** ml.g5.12xlarge: NVIDIA A10G. */
  public static readonly G5_12_XLARGE = MlInstanceType.of('ml.g5.12xlarge');
  /** ml.g5.16xlarge: NVIDIA A10G. */
  public static readonly G5_16_XLARGE = MlInstanceType.of('ml.g5.16xlarge');
  /** ml.g5.24xlarge: NVIDIA A10G. */
  public static readonly G5_24_XLARGE = MlInstanceType.of('ml.g5.24xlarge');
  /** ml.g5.48xlarge: NVIDIA A10G. */
  public static readonly G5_48_XLARGE = MlInstanceType.of('ml.g5.48xlarge');
  /** ml.g6.xlarge: NVIDIA L4. */
  public static readonly G6_XLARGE = MlInstanceType.of('ml.g6.xlarge');
  /** ml.g6.2xlarge: NVIDIA L4. */
  public static readonly G6_2_XLARGE = MlInstanceType.of('ml.g6.2xlarge');
  /** ml.g6.4xlarge: NVIDIA L4. */
  public static readonly G6_4_XLARGE = MlInstanceType.of('ml.g6.4xlarge');
  /** ml.g6.8xlarge: NVIDIA L4. */
  public static readonly G6_8_XLARGE = MlInstanceType.of('ml.g6.8xlarge');
  /** ml.g6.12xlarge: NVIDIA L4. */
  public static readonly G6_12_XLARGE = MlInstanceType.of('ml.g6.12xlarge');
  /** ml.g6.16xlarge: NVIDIA L4. */
  public static readonly G6_16_XLARGE = MlInstanceType.of('ml.g6.16xlarge');
  /** ml.g6.24xlarge: NVIDIA L4. */
  public static readonly G6_24_XLARGE = MlInstanceType.of('ml.g6.24xlarge');
  /** ml.g6.48xlarge: NVIDIA L4. */
  public static readonly G6_48_XLARGE = MlInstanceType.of('ml.g6.48xlarge');
  /** ml.p3.2xlarge: NVIDIA V100. */
  public static readonly P3_2_XLARGE = MlInstanceType.of('ml.p3.2xlarge');
  /** ml.p3.8xlarge: NVIDIA V100. */
  public static readonly P3_8_XLARGE = MlInstanceType.of('ml.p3.8xlarge');
  /** ml.p3.16xlarge: NVIDIA V100. */
  public static readonly P3_16_XLARGE = MlInstanceType.of('ml.p3.16xlarge');
  /** ml.p4d.24xlarge: NVIDIA A100. */
  public static readonly P4_D_24_XLARGE = MlInstanceType.of('ml.p4d.24xlarge');
  /** ml.p5.48xlarge: NVIDIA H100. */
  public static readonly P5_48_XLARGE = MlInstanceType.of('ml.p5.48xlarge');
  /** ml.trn1.2xlarge: AWS Trainium. */
  public static readonly TRN1_2_XLARGE = MlInstanceType.of('ml.trn1.2xlarge');
  /** ml.trn1.32xlarge: AWS Trainium. */
  public static readonly TRN1_32_XLARGE = MlInstanceType.of('ml.trn1.32xlarge');

  /**
   * A type of instance that has no constant here.
   *
   * @param value The type as the API spells it, such as `ml.m5.xlarge`.
   */
  public static of(value: string): MlInstanceType {
    return new MlInstanceType(value);
  }

  private constructor(
    /** The type as the API spells it. */
    public readonly value: string,
  ) {}

  /**
   * The type as the API takes it.
   *
   * @internal
   */
  public _render(scope: IConstruct, member: string): string {
    requireString(scope, member, this.value, { required: true });
    return this.value;
  }
}
