import type { StackArtifact } from './cloud-assembly';
import { RehearsalError } from '../rehearsal-error';

/** The named stacks and all that they depend on; all stacks when none is named. */
export function selectStacks(artifacts: StackArtifact[], names: readonly string[] = []): StackArtifact[] {
  if (names.length === 0) return artifacts;
  const wanted = new Set<StackArtifact>();
  const add = (artifact: StackArtifact): void => {
    if (wanted.has(artifact)) return;
    wanted.add(artifact);
    artifacts.filter(({ artifactId }) => artifact.dependencies.includes(artifactId)).forEach(add);
  };
  names.forEach((name) => named(artifacts, name).forEach(add));
  return artifacts.filter((artifact) => wanted.has(artifact));
}

/**
 * Says whether a stack is meant by a name: its own, its construct's path, or the artifact's id. As with `cdk deploy`, `*` stands
 * for any characters, `?` for one.
 */
export function isNamed({ stackName, path, artifactId }: StackArtifact, name: string): boolean {
  const pattern = name
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return [stackName, path, artifactId].some((candidate) => new RegExp(`^${pattern}$`).test(candidate));
}

function named(artifacts: readonly StackArtifact[], name: string): StackArtifact[] {
  const found = artifacts.filter((artifact) => isNamed(artifact, name));
  if (found.length > 0) return found;
  const known = artifacts.map(({ label }) => label).join(', ');
  throw new RehearsalError(`No stack is named ${name}. The assembly has: ${known}.`);
}
