import { resourceDependencies } from './references';
import { WAIT_CONDITION_TYPE, type Template } from './template';

/**
 * The logical id of a resource that stays and comes after another wait condition than before. Only `DependsOn` counts: a
 * reference is a change of the resource.
 *
 * @see https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/2220
 */
export function movedDependency(before: Template, after: Template): string | undefined {
  return Object.keys(after.Resources).find((id) => {
    if (conditionsBefore(before, id).length === 0) return false;
    return conditionsBefore(after, id).some((condition) => !(condition in before.Resources));
  });
}

/** The wait conditions that a resource names in `DependsOn`; those that follow on one another move with what they wait for. */
function conditionsBefore(template: Template, id: string): string[] {
  const { Properties: _, ...resource } = template.Resources[id] ?? { Type: '' };
  const dependencies = [...resourceDependencies({ ...resource, Type: resource.Type ?? '' }, template)];
  return dependencies.filter((other) => template.Resources[other].Type === WAIT_CONDITION_TYPE);
}
