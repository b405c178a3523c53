import type { FrameworkVersions } from './framework-version';
import type { NeoTargetKind } from './neo-target';

/** The frameworks that AWS documents for targets. */
export interface FrameworkSupport {
  readonly [framework: string]: FrameworkVersions;
}

const EDGE: FrameworkSupport = {
  MXNET: { upTo: '1.8' },
  ONNX: {},
  KERAS: { upTo: '2.2' },
  PYTORCH: { upTo: '1.8' },
  TENSORFLOW: { upTo: '2.4' },
  TFLITE: { upTo: '1.15' },
  XGBOOST: {},
  DARKNET: {},
};

/**
 * The frameworks and versions in AWS's tables, by kind of target. A platform may be an edge device or a cloud instance.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/neo-supported-cloud.html
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/neo-supported-devices-edge-frameworks.html
 */
export const FRAMEWORK_SUPPORT: { readonly [kind in NeoTargetKind]: FrameworkSupport } = {
  cloud: {
    MXNET: { upTo: '1.8' },
    ONNX: {},
    KERAS: { upTo: '2.2' },
    PYTORCH: { also: ['1.4', '1.5', '1.6', '1.7', '1.8', '1.12', '1.13', '2.0'] },
    TENSORFLOW: { also: ['1.15', '2.9'] },
    XGBOOST: {},
  },
  inferentia: { MXNET: { upTo: '1.8' }, PYTORCH: { upTo: '1.9' }, TENSORFLOW: { upTo: '2.5' } },
  neuron: { PYTORCH: {}, TENSORFLOW: {} },
  // what its converter supports, as the API reference has it
  coreml: { PYTORCH: {}, TENSORFLOW: {} },
  edge: EDGE,
  platform: {
    ...EDGE,
    PYTORCH: { upTo: '1.8', also: ['1.12', '1.13', '2.0'] },
    TENSORFLOW: { upTo: '2.4', also: ['2.9'] },
  },
};
