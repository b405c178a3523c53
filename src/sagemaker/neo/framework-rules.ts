import { FRAMEWORK_SUPPORT } from './framework-support';
import { type FrameworkVersions, versionNumber, versionsText } from './framework-version';
import type { NeoTarget } from './neo-target';
import { type Finding, type MemberName, warning } from '../../validation/finding';

const FRAMEWORK: MemberName = { property: 'framework', api: 'InputConfig.Framework' };
const VERSION: MemberName = { property: 'frameworkVersion', api: 'InputConfig.FrameworkVersion' };

/** The frameworks of which the API takes a version. */
const VERSIONED = ['MXNET', 'PYTORCH', 'TENSORFLOW', 'TFLITE'];
/** All frameworks of the API: of a newer one, nothing is known. */
const FRAMEWORKS = [...VERSIONED, 'KERAS', 'ONNX', 'XGBOOST', 'DARKNET', 'SKLEARN'];

/** The devices with which AWS's own SDK sends no version, and that are not among those for which the service takes one. */
const WITHOUT_VERSION = [
  'ml_m6g',
  'ml_c6g',
  'coreml',
  'imx8mplus',
  'jacinto_tda4vm',
  'sitara_am57x',
  'amba_cv2',
  'amba_cv22',
  'amba_cv25',
];

/** Whether AWS documents a framework, and its version, for a target. */
export function* frameworkRules(
  framework: string | undefined,
  version: string | undefined,
  target: NeoTarget,
): Iterable<Finding> {
  if (framework === undefined || !FRAMEWORKS.includes(framework)) return;
  const support = target.kind && FRAMEWORK_SUPPORT[target.kind];
  if (support && !Object.hasOwn(support, framework)) {
    const documented = Object.keys(support).join(', ');
    const text = `is ${framework}, and Neo's documentation has for ${target.name}: ${documented}`;
    yield warning('neoFramework', FRAMEWORK, text);
  }
  if (version !== undefined) yield* versionRules(framework, version, target, support?.[framework] ?? {});
}

function* versionRules(
  framework: string,
  version: string,
  target: NeoTarget,
  versions: FrameworkVersions,
): Iterable<Finding> {
  if (!VERSIONED.includes(framework)) {
    const text = `is '${version}', and the API takes it for ${VERSIONED.join(', ')} only: leave it out for ${framework}`;
    yield warning('neoFrameworkVersion', VERSION, text);
  } else if (target.device !== undefined && WITHOUT_VERSION.includes(target.device)) {
    const text = `is '${version}', and Neo takes it for part of the devices only: leave it out for ${target.device}`;
    yield warning('neoFrameworkVersion', VERSION, text);
  } else if (!isAmong(version, versions)) {
    const text = `is '${version}', and Neo's documentation has for ${framework} on ${target.name}: ${versionsText(versions)}`;
    yield warning('neoFrameworkVersion', VERSION, text);
  }
}

/** Whether a version is documented. */
function isAmong(version: string, { upTo, also }: FrameworkVersions): boolean {
  if (upTo === undefined && also === undefined) return true;
  const number = versionNumber(version);
  if (number === undefined) return true;
  const isUpTo = upTo !== undefined && number <= versionNumber(upTo)!;
  return isUpTo || (also ?? []).some((each) => versionNumber(each) === number);
}
