import type { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';

/** A statement of a synthesized policy, its references in angle brackets. */
export interface Statement {
  readonly actions: string[];
  readonly resources: string[];
  readonly condition?: unknown;
}

interface Resource {
  readonly Type: string;
  readonly Properties: { readonly [property: string]: unknown };
}

interface Document {
  readonly PolicyDocument: {
    readonly Statement: { Action: string | string[]; Resource: unknown; Condition?: unknown }[];
  };
}

/** Every statement that the policies of a stack give to the role whose logical id begins with a text. */
export function statementsOf(stack: Stack, role: string): Statement[] {
  const { Resources } = Template.fromStack(stack).toJSON() as { Resources: Record<string, Resource> };
  const [id] = Object.keys(Resources).filter(
    (name) => name.startsWith(role) && Resources[name].Type === 'AWS::IAM::Role',
  );
  const inline = (Resources[id].Properties.Policies ?? []) as Document[];
  const attached = Object.values(Resources)
    .filter(({ Type, Properties }) => /Policy$/.test(Type) && flatten(Properties.Roles ?? []).includes(`<${id}>`))
    .map(({ Properties }) => Properties as unknown as Document);
  return [...inline, ...attached].flatMap(({ PolicyDocument }) =>
    PolicyDocument.Statement.map(({ Action, Resource, Condition }) => ({
      actions: [Action].flat(),
      resources: [Resource].flat().map(flatten),
      ...(Condition !== undefined && { condition: mapStrings(Condition) }),
    })),
  );
}

/** A value of a template as text: references in angle brackets, joins joined, hashes of logical ids left out. */
export function flatten(value: unknown): string {
  if (typeof value === 'string') return value.replace(/\$\{([^}]*)\}/g, '<$1>');
  if (Array.isArray(value)) return value.map(flatten).join(',');
  const { Ref, ...rest } = value as {
    Ref?: string;
    'Fn::GetAtt'?: string[];
    'Fn::Join'?: [string, unknown[]];
    'Fn::Sub'?: string;
  };
  if (Ref !== undefined) return `<${Ref}>`;
  if (rest['Fn::GetAtt']) return `<${rest['Fn::GetAtt'].join('.')}>`;
  if (rest['Fn::Join']) return rest['Fn::Join'][1].map(flatten).join(rest['Fn::Join'][0]);
  if (rest['Fn::Sub']) return flatten(rest['Fn::Sub']);
  return JSON.stringify(value);
}

function mapStrings(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(mapStrings);
  const isIntrinsic = typeof value === 'object' && value !== null && /^(Ref|Fn::)/.test(Object.keys(value)[0] ?? '');
  if (typeof value !== 'object' || value === null || isIntrinsic) return flatten(value);
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, mapStrings(member)]));
}
