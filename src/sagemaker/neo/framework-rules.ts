import { type FrameworkVersions, versionNumber, versionsText } from './framework-version';
import { deviceFamily } from './neo-devices';
import { NEO_FRAMEWORKS, neoFramework, type NeoFrameworkFacts } from './neo-frameworks';
import type { NeoTarget } from './neo-target';
import { type Finding, type MemberName, warning } from '../../validation/finding';

const FRAMEWORK: MemberName = { property: 'framework', api: 'InputConfig.Framework' };
const VERSION: MemberName = { property: 'frameworkVersion', api: 'InputConfig.FrameworkVersion' };

/** Whether AWS documents a framework, and its version, for a target. */
export function* frameworkRules(
  framework: string | undefined,
  version: string | undefined,
  target: NeoTarget,
): Iterable<Finding> {
  const facts = neoFramework(framework);
  if (framework === undefined || !facts) return;
  const { kind } = target;
  const versions = kind && facts.targets[kind];
  if (kind && !versions) {
    const documented = namesWhere(({ targets }) => targets[kind] !== undefined);
    const text = `is ${framework}, and Neo's documentation has for ${target.name}: ${documented}`;
    yield warning('neoFramework', FRAMEWORK, text);
  }
  if (version !== undefined) yield* versionRules(framework, version, target, versions ?? {});
}

function* versionRules(
  framework: string,
  version: string,
  target: NeoTarget,
  versions: FrameworkVersions,
): Iterable<Finding> {
  if (!neoFramework(framework)?.hasVersion) {
    const versioned = namesWhere(({ hasVersion }) => hasVersion);
    const text = `is '${version}', and the API takes it for ${versioned} only: leave it out for ${framework}`;
    yield warning('neoFrameworkVersion', VERSION, text);
  } else if (target.device !== undefined && deviceFamily(target.device)?.takesVersion === false) {
    const text = `is '${version}', and Neo takes it for part of the devices only: leave it out for ${target.device}`;
    yield warning('neoFrameworkVersion', VERSION, text);
  } else if (!isAmong(version, versions)) {
    const text = `is '${version}', and Neo's documentation has for ${framework} on ${target.name}: ${versionsText(versions)}`;
    yield warning('neoFrameworkVersion', VERSION, text);
  }
}

/** The names of frameworks, as a message lists them. */
function namesWhere(holds: (facts: NeoFrameworkFacts) => boolean): string {
  const those = Object.entries(NEO_FRAMEWORKS).filter(([, facts]) => holds(facts));
  return those.map(([name]) => name).join(', ');
}

/** Whether a version is documented. */
function isAmong(version: string, { upTo, also }: FrameworkVersions): boolean {
  if (upTo === undefined && also === undefined) return true;
  const number = versionNumber(version);
  if (number === undefined) return true;
  const isUpTo = upTo !== undefined && number <= versionNumber(upTo)!;
  return isUpTo || (also ?? []).some((each) => versionNumber(each) === number);
}
