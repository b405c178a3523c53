import type { StackArtifact } from '../cloud-assembly/cloud-assembly';
import { parseParameterName } from '../cloud-assembly/stack-parameters';
import { isNamed } from '../cloud-assembly/stack-selection';
import { RehearsalError } from '../rehearsal-error';

/** Reads `--parameter Rerun=2` and `--parameter App:Rerun=2`, as `cdk deploy --parameters` does. */
export function templateParameters(
  options: readonly string[],
  artifacts: readonly StackArtifact[],
): Record<string, string> {
  const entries = options.map((option) => {
    const equals = option.indexOf('=');
    if (equals < 1) {
      throw new RehearsalError(`--parameter: "${option}" is not of the form Name=value or Stack:Name=value`);
    }
    const name = option.slice(0, equals);
    checkKnown(name, artifacts);
    return [name, option.slice(equals + 1)] as const;
  });
  return Object.fromEntries(entries);
}

function checkKnown(text: string, artifacts: readonly StackArtifact[]): void {
  const { stack, name } = parseParameterName(text);
  const meant = artifacts.filter((artifact) => stack === undefined || isNamed(artifact, stack));
  if (meant.some(({ template }) => name in (template.Parameters ?? {}))) return;
  const known = artifacts.flatMap(({ label, template }) =>
    Object.keys(template.Parameters ?? {}).map((parameter) => `${label}:${parameter}`),
  );
  throw new RehearsalError(
    `--parameter: no stack has a parameter "${text}". The stacks have ${known.length === 0 ? 'no parameters' : `these: ${known.join(', ')}`}.`,
  );
}
