/** The operating system of a target platform. */
export enum TargetPlatformOs {
  /** Android. */
  ANDROID = 'ANDROID',
  /** Linux. */
  LINUX = 'LINUX',
}

/** The processor architecture of a target platform. */
export enum TargetPlatformArch {
  /** 64-bit x86. */
  X86_64 = 'X86_64',
  /** 32-bit x86. */
  X86 = 'X86',
  /** 64-bit ARM. */
  ARM64 = 'ARM64',
  /** 32-bit ARM, soft float. */
  ARM_EABI = 'ARM_EABI',
  /** 32-bit ARM, hard float. */
  ARM_EABIHF = 'ARM_EABIHF',
}

/** The accelerator of a target platform. */
export enum TargetPlatformAccelerator {
  /** Intel integrated graphics. */
  INTEL_GRAPHICS = 'INTEL_GRAPHICS',
  /** ARM Mali graphics. */
  MALI = 'MALI',
  /** NVIDIA graphics; needs compiler options that name the GPU, TensorRT and CUDA. */
  NVIDIA = 'NVIDIA',
  /** A neural network accelerator, which the API takes and Neo's tables of platforms do not have. */
  NNA = 'NNA',
}

/**
 * A kind of device by its operating system, architecture and accelerator, rather than by its name.
 *
 * Neo compiles for these combinations:
 *
 * - Linux: `X86_64`, `ARM64`, `ARM_EABIHF` and `ARM_EABI` processors; `NVIDIA` with `X86_64` and `ARM64`; `INTEL_GRAPHICS`
 *   with `X86_64`; `MALI` with `ARM64`, `ARM_EABIHF` and `ARM_EABI`.
 * - Android: `X86_64`, `X86`, `ARM64` and `ARM_EABI` processors; `INTEL_GRAPHICS` with `X86_64` and `X86`; `MALI` with `ARM64`
 *   and `ARM_EABI`.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/neo-supported-devices-edge-devices.html
 * @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_TargetPlatform.html
 */
export interface TargetPlatform {
  /** The operating system. */
  readonly os: TargetPlatformOs;

  /** The processor architecture. */
  readonly arch: TargetPlatformArch;

  /**
   * The accelerator.
   *
   * @default - the model runs on the processor
   */
  readonly accelerator?: TargetPlatformAccelerator;
}
