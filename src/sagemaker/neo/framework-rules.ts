import { FRAMEWORK_SUPPORT, type FrameworkVersions } from './framework-support';
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
    const text = `is '${version}', and Neo's documentation has for ${framework} on ${target.name}: ${textOf(versions)}`;
    yield warning('neoFrameworkVersion', VERSION, text);
  }
}

/** Whether a version is documented: what counts is what stands before the second dot. */
function isAmong(version: string, { upTo, also }: FrameworkVersions): boolean {
  if (upTo === undefined && also === undefined) return true;
  const number = numberOf(version);
  if (number === undefined) return true;
  const isUpTo = upTo !== undefined && number <= numberOf(upTo)!;
  return isUpTo || (also ?? []).some((each) => numberOf(each) === number);
}

function textOf({ upTo, also = [] }: FrameworkVersions): string {
  return [...(upTo === undefined ? [] : [`${upTo} and earlier`]), ...also].join(', ');
}

/** A version such as `1.13` as a number by which versions can be compared. */
function numberOf(version: string): number | undefined {
  const parts = /^(\d+)\.(\d+)/.exec(version);
  return parts ? Number(parts[1]) * 1000 + Number(parts[2]) : undefined;
}
