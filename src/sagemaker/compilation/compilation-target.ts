import type { IConstruct } from 'constructs';
import { CompilerOptions } from './compiler-options';
import { TargetDevice } from './target-device';
import type { TargetPlatform } from './target-platform';
import type { Request } from '../../job/request-overrides';
import { requireOptions, requireValue } from '../../validation/property-check';
import { isUnknown } from '../../validation/unknown-value';

/** Options of a compilation target. */
export interface CompilationTargetOptions {
  /**
   * Options for the compiler of the target.
   *
   * @default - what the compiler does by itself
   */
  readonly compilerOptions?: CompilerOptions;
}

/**
 * What a model is compiled for: a device by its name, or a platform by what it is made of.
 */
export class CompilationTarget {
  /** A device that Neo knows by name. */
  public static device(device: TargetDevice, options: CompilationTargetOptions = {}): CompilationTarget {
    return new CompilationTarget({ TargetDevice: device?.value }, options);
  }

  /** A platform: an operating system, an architecture, and an accelerator if there is one. */
  public static platform(platform: TargetPlatform, options: CompilationTargetOptions = {}): CompilationTarget {
    const TargetPlatform = { Os: platform?.os, Arch: platform?.arch, Accelerator: platform?.accelerator };
    return new CompilationTarget({ TargetPlatform }, options);
  }

  private constructor(
    private readonly target: Request,
    private readonly options: CompilationTargetOptions,
  ) {}

  /**
   * Whether Neo names an image that runs what it compiles for the target: it does for the instances of SageMaker.
   *
   * @internal
   */
  public get _hasImage(): boolean {
    const { TargetDevice: device } = this.target;
    return isUnknown(device) || (typeof device === 'string' && device.startsWith('ml_'));
  }

  /**
   * The target's members of the API's `OutputConfig`.
   *
   * @internal
   */
  public _render(scope: IConstruct): Request {
    requireOptions(scope, 'target', this.options);
    const { compilerOptions } = this.options;
    requireValue(scope, 'target.compilerOptions', compilerOptions, {
      mark: '_render',
      allowed: 'options, for example CompilerOptions.fromObject()',
    });
    return { ...this.target, CompilerOptions: compilerOptions?._render(scope) };
  }
}
