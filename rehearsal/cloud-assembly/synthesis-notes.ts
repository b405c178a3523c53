import { join } from 'node:path';
import { annotationLine } from './annotation';
import { readCloudAssembly } from './cloud-assembly';
import { readJson } from './json-file';
import { selectStacks } from './stack-selection';
import type { Environment } from '../environment';
import { asJsonObject, isJsonObject } from '../json-value';

/**
 * What the CDK's command line says of an assembly that it has made, and what it would do about it: the warnings of what is
 * deployed, and the lookups that only an account can answer.
 *
 * @param environment Where a stack is deployed whose assembly does not say.
 * @param names The stacks that are deployed, with those that they depend on. @default - all
 */
export function synthesisNotes(folder: string, environment: Environment, names?: readonly string[]): string[] {
  const warnings = selectStacks(readCloudAssembly(folder, environment), names)
    .flatMap(({ annotations }) => annotations)
    .filter(({ severity }) => severity === 'Warning');
  return [...warnings.map(annotationLine), ...missingLookups(folder).map(lookupLine)];
}

/** Those that the app still waits for, each with who answers it. */
function missingLookups(folder: string): { readonly provider: string; readonly key: string }[] {
  const { missing } = asJsonObject(readJson(join(folder, 'manifest.json')));
  return (Array.isArray(missing) ? missing : [])
    .filter(isJsonObject)
    .map(({ provider, key }) => ({ provider: String(provider), key: String(key) }));
}

function lookupLine({ provider, key }: ReturnType<typeof missingLookups>[number]): string {
  return `The app looks up ${key} (${provider}): "cdk synth" does so in your account, and keeps the answer in cdk.context.json. What stands in for it is rehearsed.`;
}
