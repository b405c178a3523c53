import { newestNumber, versionNumber, versionsText } from './framework-version';
import { neoFramework } from './neo-frameworks';
import type { NeoTarget } from './neo-target';
import { type Finding, type MemberName, warning } from '../../validation/finding';
import type { SavedVersion } from '../model-archive/archive-contents';

const MODEL: MemberName = { property: 'modelData', api: 'InputConfig.S3Uri' };

/**
 * Whether a model was saved by a version of its framework that Neo's documentation has for the target, or by one that is no newer
 * than what the job says.
 *
 * @param given The job's own `frameworkVersion`, where it is known.
 * @param saved What the model says.
 */
export function* modelVersionRules(
  framework: string | undefined,
  given: string | undefined,
  saved: SavedVersion | undefined,
  target: NeoTarget,
): Iterable<Finding> {
  const number = saved && versionNumber(saved.version);
  if (framework === undefined || number === undefined) return;
  const versions = (target.kind && neoFramework(framework)?.targets[target.kind]) ?? {};
  const [allowed, most] =
    given === undefined
      ? [`${versionsText(versions)}, as Neo's documentation has it for ${target.name}`, newestNumber(versions)]
      : [`${given} or earlier, as 'frameworkVersion' says`, versionNumber(given)];
  if (most === undefined || number <= most) return;
  const text = `should be an archive whose ${saved!.file} is a model of ${framework} ${allowed}`;
  const advice = given === undefined ? 'save it with such a version' : "save it with that version, or say the model's";
  yield warning('neoModelVersion', MODEL, `${text}, got one that version ${saved!.version} has saved: ${advice}`);
}
