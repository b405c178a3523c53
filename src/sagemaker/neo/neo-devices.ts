/** Targets for which Neo has the same frameworks and options. */
export type NeoTargetKind = 'cloud' | 'inferentia' | 'neuron' | 'coreml' | 'edge' | 'platform';

/** Devices of which Neo's documentation says the same. */
interface DeviceFamily {
  /** What they are; undefined for devices that the API knows, and AWS's list of devices no longer has. */
  readonly kind: Exclude<NeoTargetKind, 'platform'> | undefined;
  readonly devices: readonly string[];
  /** Whether the service takes a version of the framework: AWS's own SDK sends none for some. */
  readonly takesVersion: boolean;
  /** The one Region that has them, according to AWS; undefined for devices that all Regions have. */
  readonly region: string | undefined;
}

/** All devices of the API: of a newer one, nothing is known. */
const FAMILIES: readonly DeviceFamily[] = [
  {
    kind: 'cloud',
    devices: ['ml_m4', 'ml_m5', 'ml_c4', 'ml_c5', 'ml_p2', 'ml_p3', 'ml_g4dn'],
    takesVersion: true,
    region: undefined,
  },
  { kind: 'cloud', devices: ['ml_m6g', 'ml_c6g'], takesVersion: false, region: undefined },
  { kind: 'inferentia', devices: ['ml_inf1'], takesVersion: true, region: undefined },
  { kind: 'neuron', devices: ['ml_inf2'], takesVersion: true, region: 'us-east-2' },
  { kind: 'neuron', devices: ['ml_trn1'], takesVersion: true, region: 'us-east-1' },
  { kind: 'coreml', devices: ['coreml'], takesVersion: false, region: undefined },
  {
    kind: 'edge',
    devices: [
      'jetson_tx1',
      'jetson_tx2',
      'jetson_nano',
      'jetson_xavier',
      'rasp3b',
      'rasp4b',
      'imx8qm',
      'rk3399',
      'rk3288',
      'aisage',
      'sbe_c',
      'qcs605',
      'qcs603',
      'x86_win32',
      'x86_win64',
    ],
    takesVersion: true,
    region: undefined,
  },
  {
    kind: 'edge',
    devices: ['imx8mplus', 'jacinto_tda4vm', 'sitara_am57x', 'amba_cv2', 'amba_cv22', 'amba_cv25'],
    takesVersion: false,
    region: undefined,
  },
  { kind: undefined, devices: ['lambda', 'deeplens', 'ml_eia2'], takesVersion: true, region: undefined },
];

/** What Neo's documentation says of a device; undefined for one that is not known here. */
export function deviceFamily(device: string): DeviceFamily | undefined {
  return FAMILIES.find(({ devices }) => devices.includes(device));
}
