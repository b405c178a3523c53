import type { Request } from '../../job/request-overrides';
import { knownMembers, knownText } from '../../validation/known-value';

/** Targets for which Neo has the same frameworks and options. */
export type NeoTargetKind = 'cloud' | 'inferentia' | 'neuron' | 'coreml' | 'edge' | 'platform';

/** What a model is compiled for, as far as the request says it. */
export interface NeoTarget {
  /** What it is: undefined where only the deployment knows it, or where AWS documents nothing about it. */
  readonly kind?: NeoTargetKind;
  /** What messages call it. */
  readonly name: string;
  /** The device, where it is one that is known. */
  readonly device?: string;
}

const DEVICES: { readonly [kind in Exclude<NeoTargetKind, 'platform'>]: readonly string[] } = {
  cloud: ['ml_m4', 'ml_m5', 'ml_m6g', 'ml_c4', 'ml_c5', 'ml_c6g', 'ml_p2', 'ml_p3', 'ml_g4dn'],
  inferentia: ['ml_inf1'],
  neuron: ['ml_inf2', 'ml_trn1'],
  coreml: ['coreml'],
  edge: [
    'jetson_tx1',
    'jetson_tx2',
    'jetson_nano',
    'jetson_xavier',
    'rasp3b',
    'rasp4b',
    'imx8qm',
    'imx8mplus',
    'rk3399',
    'rk3288',
    'aisage',
    'sbe_c',
    'qcs605',
    'qcs603',
    'sitara_am57x',
    'amba_cv2',
    'amba_cv22',
    'amba_cv25',
    'x86_win32',
    'x86_win64',
    'jacinto_tda4vm',
  ],
};

/** What a model is compiled for. */
export function neoTargetOf(request: Request): NeoTarget {
  const output = knownMembers(request, 'OutputConfig') ?? {};
  const device = knownText(output.TargetDevice);
  if (device !== undefined) return { kind: kindOf(device), name: device, device };
  const platform = knownMembers(output, 'TargetPlatform') ?? {};
  const { Os, Arch, Accelerator } = platform;
  const parts = [Os, Arch, Accelerator].map((part) => knownText(part)).filter((part) => part !== undefined);
  return { kind: parts.length > 0 ? 'platform' : undefined, name: parts.join(' ') };
}

function kindOf(device: string): NeoTargetKind | undefined {
  return (Object.keys(DEVICES) as (keyof typeof DEVICES)[]).find((kind) => DEVICES[kind].includes(device));
}
