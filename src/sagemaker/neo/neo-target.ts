import { deviceFamily, type NeoTargetKind } from './neo-devices';
import type { Request } from '../../job/request-overrides';
import { knownMembers, knownText } from '../../validation/known-value';

/** What a model is compiled for, as far as the request says it. */
export interface NeoTarget {
  /** What it is: undefined where only the deployment knows it, or where AWS documents nothing about it. */
  readonly kind?: NeoTargetKind;
  /** What messages call it. */
  readonly name: string;
  /** The device, where it is one that is known. */
  readonly device?: string;
}

/** What a model is compiled for. */
export function neoTargetOf(request: Request): NeoTarget {
  const output = knownMembers(request, 'OutputConfig') ?? {};
  const device = knownText(output.TargetDevice);
  if (device !== undefined) return { kind: deviceFamily(device)?.kind, name: device, device };
  const platform = knownMembers(output, 'TargetPlatform') ?? {};
  const { Os, Arch, Accelerator } = platform;
  const parts = [Os, Arch, Accelerator].map((part) => knownText(part)).filter((part) => part !== undefined);
  return { kind: parts.length > 0 ? 'platform' : undefined, name: parts.join(' ') };
}
