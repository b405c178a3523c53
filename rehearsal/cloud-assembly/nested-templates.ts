import type { StackArtifact } from './cloud-assembly';
import { resolvedBefore } from './resolved-before';
import { readTemplate } from './template-file';
import { constructPath, type Template, type TemplateResource } from '../cloudformation/template';

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
  const url = resolvedBefore(resource.Properties?.TemplateURL ?? '', artifact, template);
  const file = url === undefined ? undefined : artifact.assets.fileAt(String(url));
  return file === undefined
    ? undefined
    : artifact.constructPaths.addTo(readTemplate(file), constructPath(logicalId, resource));
}
