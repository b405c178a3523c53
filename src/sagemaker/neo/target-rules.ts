import { Stack } from 'aws-cdk-lib';
import { type IConstruct } from 'constructs';
import { deviceFamily } from './neo-devices';
import type { NeoTarget } from './neo-target';
import type { Request } from '../../job/request-overrides';
import { beyondLimit, type Finding, type MemberName, warning } from '../../validation/finding';
import { knownText } from '../../validation/known-value';
import { isUnknown } from '../../validation/unknown-value';

const DEVICE: MemberName = { property: 'target', api: 'OutputConfig.TargetDevice' };
const ACCELERATOR: MemberName = {
  property: 'target.accelerator',
  api: 'OutputConfig.TargetPlatform.Accelerator',
};

/** The accelerators of the documented platforms, and the architectures that they go with. */
const PLATFORMS: { readonly [os: string]: { readonly [accelerator: string]: readonly string[] } } = {
  LINUX: {
    none: ['X86_64', 'ARM64', 'ARM_EABIHF', 'ARM_EABI'],
    NVIDIA: ['X86_64', 'ARM64'],
    INTEL_GRAPHICS: ['X86_64'],
    MALI: ['ARM64', 'ARM_EABIHF', 'ARM_EABI'],
  },
  ANDROID: {
    none: ['X86_64', 'X86', 'ARM64', 'ARM_EABI'],
    NVIDIA: [],
    INTEL_GRAPHICS: ['X86_64', 'X86'],
    MALI: ['ARM64', 'ARM_EABI'],
  },
};

/** The architectures of the tables: of a newer one, nothing is known. */
const ARCHITECTURES = new Set(Object.values(PLATFORMS).flatMap((accelerators) => Object.values(accelerators).flat()));

/** Whether a device can be compiled for where the stack is. */
export function* deviceRules(scope: IConstruct, { device }: NeoTarget): Iterable<Finding> {
  const family = device === undefined ? undefined : deviceFamily(device);
  if (!family) return;
  if (family.kind === undefined) {
    yield warning('neoTargetDevice', DEVICE, `is ${device}, which Neo's list of devices no longer has`);
  }
  const { region } = Stack.of(scope);
  const home = family.region;
  if (home !== undefined && !isUnknown(region) && region !== home) {
    const text = `is ${device}, which Neo's documentation has in ${home} only: the stack is in ${region}`;
    yield warning('neoRegion', DEVICE, text);
  }
}

/**
 * Whether Neo compiles for a platform.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/neo-supported-devices-edge-devices.html
 */
export function* platformRules({ Os, Arch, Accelerator }: Request): Iterable<Finding> {
  const [os, arch, accelerator] = [Os, Arch, Accelerator].map((part) => knownText(part));
  const accelerators = os === undefined || !Object.hasOwn(PLATFORMS, os) ? undefined : PLATFORMS[os];
  if (!accelerators || (Accelerator !== undefined && accelerator === undefined)) return;
  if (accelerator === 'NNA') {
    yield warning('neoTargetPlatform', ACCELERATOR, "is NNA, which is in none of Neo's tables of platforms");
  }
  const key = accelerator ?? 'none';
  const architectures = Object.hasOwn(accelerators, key) ? accelerators[key] : undefined;
  if (!architectures) return;
  if (architectures.length === 0) {
    const others = Object.keys(accelerators).filter((each) => each !== 'none' && accelerators[each].length > 0);
    yield beyondLimit(ACCELERATOR, `${others.join(', ')} or left out for ${os}`, accelerator);
  } else if (arch !== undefined && ARCHITECTURES.has(arch) && !architectures.includes(arch)) {
    const member = { property: 'target.arch', api: 'OutputConfig.TargetPlatform.Arch' };
    const without = accelerator === undefined ? 'without an accelerator' : `with ${accelerator}`;
    yield beyondLimit(member, `one of ${architectures.join(', ')} for ${os} ${without}`, arch);
  }
}
