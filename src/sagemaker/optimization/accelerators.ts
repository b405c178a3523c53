/** The families of instances with AWS Inferentia or Trainium. */
const CUSTOM_SILICON = /^ml\.(inf|trn)\d/;

/**
 * How many GPUs an instance has, by its type; where all sizes of a family that are not listed have one, the family stands for them.
 *
 * @see https://docs.aws.amazon.com/ec2/latest/instancetypes/ac.html
 */
const GPUS: { readonly [type: string]: number } = {
  'ml.p4d': 8,
  'ml.p4de': 8,
  'ml.p5': 8,
  'ml.p5e': 8,
  'ml.p5en': 8,
  'ml.p6-b200': 8,
  'ml.g4dn': 1,
  'ml.g4dn.12xlarge': 4,
  'ml.g5': 1,
  'ml.g5.12xlarge': 4,
  'ml.g5.24xlarge': 4,
  'ml.g5.48xlarge': 8,
  'ml.g6': 1,
  'ml.g6.12xlarge': 4,
  'ml.g6.24xlarge': 4,
  'ml.g6.48xlarge': 8,
  'ml.g6e': 1,
  'ml.g6e.12xlarge': 4,
  'ml.g6e.24xlarge': 4,
  'ml.g6e.48xlarge': 8,
};

/** How many GPUs an instance has, as far as it is known here. */
export function gpusOf(type: string): number | undefined {
  return GPUS[type] ?? GPUS[type.slice(0, type.lastIndexOf('.'))];
}

/** Whether an instance has an accelerator of AWS's own instead of GPUs. */
export function isCustomSilicon(type: string): boolean {
  return CUSTOM_SILICON.test(type);
}
