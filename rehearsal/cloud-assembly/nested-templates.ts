import type { AssetStore } from './asset-store';
import type { StackArtifact } from './cloud-assembly';
import { readTemplate } from './template-file';
import { IntrinsicFunctions } from '../cloudformation/intrinsic-functions';
import { pseudoParameter } from '../cloudformation/pseudo-parameter';
import { constructPath, type Template, type TemplateResource } from '../cloudformation/template';
import type { JsonValue } from '../json-value';
import { RehearsalError } from '../rehearsal-error';

/** The templates of a stack and of all stacks nested in it, found as CloudFormation finds them: by their URLs. */
export function templatesOf(artifact: StackArtifact): Template[] {
  return withNested(artifact.template, artifact);
}

function withNested(template: Template, artifact: StackArtifact): Template[] {
  const nested = Object.entries(template.Resources).flatMap(([logicalId, resource]) => {
    const inner = nestedTemplate(logicalId, resource, template, artifact);
    return inner ? withNested(inner, artifact) : [];
  });
  return [template, ...nested];
}

/** The template of a nested stack; undefined where the resource is none, or where only a deployment can tell. */
export function nestedTemplate(
  logicalId: string,
  resource: TemplateResource,
  template: Template,
  artifact: StackArtifact,
): Template | undefined {
  if (resource.Type !== 'AWS::CloudFormation::Stack') return undefined;
  const file = assetAt(resource.Properties?.TemplateURL, template, artifact);
  return file === undefined
    ? undefined
    : artifact.constructPaths.addTo(readTemplate(file), constructPath(logicalId, resource));
}

/** Undefined where only a deployment can tell: it fails there, with a better message. */
function assetAt(
  url: JsonValue | undefined,
  template: Template,
  artifact: StackArtifact,
): ReturnType<AssetStore['fileAt']> {
  const { account, region, stackName } = artifact;
  const unknown = (): never => {
    throw new RehearsalError('known only when the stack is deployed');
  };
  const functions = new IntrinsicFunctions({
    template,
    ref: (name) => pseudoParameter(name, { account, region, stackName, id: '' }),
    getAtt: unknown,
    importValue: unknown,
  });
  try {
    return artifact.assets.fileAt(String(functions.resolve(url ?? '', `Stack ${stackName}`)));
  } catch (error) {
    if (error instanceof RehearsalError) return undefined;
    throw error;
  }
}
