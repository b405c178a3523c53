import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Annotation, annotationsIn } from './annotation';
import { AssetStore } from './asset-store';
import { ConstructPaths } from './construct-paths';
import { readJson } from './json-file';
import { parameterAssets } from './parameter-assets';
import { readTemplate } from './template-file';
import type { Template } from '../cloudformation/template';
import type { Environment } from '../environment';
import { isJsonObject, type JsonObject, type JsonValue } from '../json-value';
import { RehearsalError } from '../rehearsal-error';

/** A stack of a cloud assembly. */
export interface StackArtifact extends Environment {
  /** Unique in the assembly, also among its stages. */
  readonly artifactId: string;
  readonly stackName: string;
  /** Its name, or its path where the assembly has several stacks of that name. */
  readonly label: string;
  /** The path of its construct, such as `Prod/CompileAndHost`. */
  readonly path: string;
  readonly template: Template;
  readonly constructPaths: ConstructPaths;
  readonly parameters: Record<string, string>;
  readonly assets: AssetStore;
  /** Ids of the artifacts that must be deployed before it. */
  readonly dependencies: string[];
  /** What its constructs warn of, and which errors they have. */
  readonly annotations: readonly Annotation[];
}

/**
 * Reads the stacks of a cloud assembly and of the assemblies in it, each after those that it depends on.
 *
 * @param environment Where a stack is deployed whose assembly does not say.
 */
export function readCloudAssembly(folder: string, environment: Environment): StackArtifact[] {
  const stacks = inDependencyOrder(readStacks(resolve(folder), environment));
  if (stacks.length === 0) throw new RehearsalError(`The cloud assembly ${folder} has no stacks.`);
  const unique = ({ stackName }: StackArtifact): boolean =>
    stacks.filter((other) => other.stackName === stackName).length === 1;
  return stacks.map((stack) => (unique(stack) ? stack : { ...stack, label: stack.path }));
}

function readStacks(folder: string, environment: Environment): StackArtifact[] {
  const artifacts = readManifest(folder);
  return Object.entries(artifacts).flatMap(([id, artifact]) => {
    if (!isJsonObject(artifact)) return [];
    const properties = isJsonObject(artifact.properties) ? artifact.properties : {};
    if (artifact.type === 'cdk:cloud-assembly') {
      return readStacks(join(folder, String(properties.directoryName)), environment);
    }
    return artifact.type === 'aws:cloudformation:stack'
      ? [readStack(folder, id, artifact, artifacts, environment)]
      : [];
  });
}

function readManifest(folder: string): JsonObject {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    throw new RehearsalError(`The cloud assembly ${folder} is not a folder. Make it with "cdk synth".`);
  }
  const path = join(folder, 'manifest.json');
  if (!existsSync(path)) {
    throw new RehearsalError(`${folder} is not a cloud assembly: it has no manifest.json. Make it with "cdk synth".`);
  }
  const manifest = readJson(path);
  return isJsonObject(manifest) && isJsonObject(manifest.artifacts) ? manifest.artifacts : {};
}

function readStack(
  folder: string,
  id: string,
  artifact: JsonObject,
  artifacts: JsonObject,
  fallback: Environment,
): StackArtifact {
  const properties = isJsonObject(artifact.properties) ? artifact.properties : {};
  const environment = parseEnvironment(artifact.environment, fallback);
  const dependencies = (Array.isArray(artifact.dependencies) ? artifact.dependencies : []).map(String);
  const assets = new AssetStore(environment);
  for (const dependency of dependencies) {
    const manifest = artifacts[dependency];
    if (isJsonObject(manifest) && manifest.type === 'cdk:asset-manifest' && isJsonObject(manifest.properties)) {
      assets.addManifest(join(folder, String(manifest.properties.file)));
    }
  }
  const stackName = String(properties.stackName ?? id);
  const metadata = readMetadata(folder, artifact);
  const constructPaths = new ConstructPaths(metadata);
  const uploaded = parameterAssets(metadata, environment);
  uploaded.forEach(({ bucket, key, path }) => assets.addFile(bucket, key, join(folder, path)));
  return {
    artifactId: id,
    stackName,
    label: stackName,
    path: String(artifact.displayName ?? id).replace(/ \(.*\)$/, ''),
    ...environment,
    template: constructPaths.addTo(readTemplate(join(folder, String(properties.templateFile)))),
    constructPaths,
    parameters: Object.assign(stringRecord(properties.parameters), ...uploaded.map((asset) => asset.parameters)),
    assets,
    dependencies,
    annotations: annotationsIn(metadata),
  };
}

/** Newer versions of the CDK keep the metadata in a file of its own. */
function readMetadata(folder: string, artifact: JsonObject): JsonValue | undefined {
  const file = artifact.additionalMetadataFile;
  return typeof file === 'string' ? readJson(join(folder, file)) : artifact.metadata;
}

function parseEnvironment(value: JsonValue | undefined, fallback: Environment): Environment {
  const [account, region] = /^aws:\/\/([^/]+)\/(.+)$/.exec(String(value ?? ''))?.slice(1) ?? [];
  return {
    account: !account || account === 'unknown-account' ? fallback.account : account,
    region: !region || region === 'unknown-region' ? fallback.region : region,
  };
}

function stringRecord(value: JsonValue | undefined): Record<string, string> {
  if (!isJsonObject(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, String(member)]));
}

function inDependencyOrder(stacks: StackArtifact[]): StackArtifact[] {
  const byId = new Map(stacks.map((stack) => [stack.artifactId, stack]));
  const ordered = new Set<StackArtifact>();
  const visit = (stack: StackArtifact): void => {
    if (ordered.has(stack)) return;
    stack.dependencies.forEach((id) => {
      const dependency = byId.get(id);
      if (dependency && dependency !== stack) visit(dependency);
    });
    ordered.add(stack);
  };
  stacks.forEach(visit);
  return [...ordered];
}
