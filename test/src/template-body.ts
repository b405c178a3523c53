import type { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';

/** What is read of a synthesized template. */
export interface TemplateBody {
  readonly Resources: { readonly [id: string]: TemplateResource };
  readonly Outputs?: { readonly [id: string]: { readonly Value: unknown } };
  readonly Parameters?: { readonly [id: string]: unknown };
}

interface TemplateResource {
  readonly Type: string;
  readonly Properties: { readonly [property: string]: unknown };
  readonly DependsOn?: string | string[];
}

export function templateOf(stack: Stack): TemplateBody {
  return Template.fromStack(stack).toJSON() as TemplateBody;
}

/** What a template refers to, and does not have. */
export function looseEnds(template: TemplateBody): string[] {
  const { Resources, Parameters = {} } = template;
  const dependencies = Object.values(Resources).flatMap(({ DependsOn = [] }) => DependsOn);
  const references = [...dependencies, ...referencesIn(template)];
  return references.filter((id) => !(id in Resources) && !(id in Parameters) && !id.startsWith('AWS::'));
}

function referencesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const { Ref, 'Fn::GetAtt': getAtt } = value as { readonly Ref?: string; readonly 'Fn::GetAtt'?: [string, string] };
  return [
    ...(typeof Ref === 'string' ? [Ref] : []),
    ...(getAtt ? [getAtt[0]] : []),
    ...Object.values(value).flatMap(referencesIn),
  ];
}
