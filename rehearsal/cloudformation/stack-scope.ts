import type { ResolutionScope } from './intrinsic-functions';
import { attribute } from './physical-resource';
import { pseudoParameter } from './pseudo-parameter';
import { ResourceFailure } from './resource-provider';
import type { DeployedStack, StackResource } from './stack';
import { stackOutputReference, type StackOutputReference } from './stack-output-reference';
import { isCustomType, isHandled, type Template } from './template';
import type { JsonObject, JsonValue } from '../json-value';
import { RehearsalError } from '../rehearsal-error';

/** What a stack reads from others; undefined where there is no such thing. */
export interface OtherStacks {
  importValue(name: string): string | undefined;
  output(reference: StackOutputReference): string;
}

/** What the functions of a stack's template refer to. */
export class StackScope implements ResolutionScope {
  constructor(
    public readonly template: Template,
    private readonly stack: DeployedStack,
    private readonly parameters: Record<string, JsonValue>,
    private readonly others: OtherStacks,
  ) {}

  public ref(name: string): JsonValue | undefined {
    const { account, region, name: stackName, id } = this.stack;
    const own = pseudoParameter(name, { account, region, stackName, id });
    return own ?? this.parameters[name] ?? this.stack.resources.get(name)?.physicalId;
  }

  public getAtt(logicalId: string, name: string): JsonValue {
    const resource = this.stack.resources.get(logicalId);
    if (!resource) {
      throw new RehearsalError(
        `Template of stack ${this.stack.name}: Fn::GetAtt ${logicalId}.${name}: no resource is named ${logicalId}`,
      );
    }
    const given = resource.attributes[name] ?? nested(resource, name);
    if (given !== undefined) return given;
    if (isHandled(resource) || resource.type === 'AWS::CloudFormation::Stack') {
      throw missing(this.stack, resource, name);
    }
    const { account, region, name: stackName } = this.stack;
    const address = { account, region, stackName, logicalId, generation: resource.generation };
    if (isCustomType(resource.type)) return `${logicalId}.${name}`;
    return attribute(name, resource.type, resource.properties, resource.physicalId, address);
  }

  public importValue(name: string): JsonValue {
    const value = this.others.importValue(name);
    if (value === undefined) {
      throw new ResourceFailure(
        `No export named ${name} found. (The rehearsal knows those of its own stacks only: read another from a parameter, and say it with --parameter.)`,
      );
    }
    return value;
  }

  public stackOutput(argument: JsonObject, where: string): JsonValue {
    return this.others.output(stackOutputReference(argument, this.stack, where));
  }
}

/** `Data` may hold objects, whose members are attributes too. */
function nested(resource: StackResource, name: string): JsonValue | undefined {
  let value: JsonValue | undefined = resource.attributes;
  for (const part of name.split('.')) {
    value = typeof value === 'object' && value !== null && !Array.isArray(value) ? value[part] : undefined;
  }
  return value;
}

function missing(stack: DeployedStack, resource: StackResource, name: string): ResourceFailure {
  return new ResourceFailure(
    `CustomResource attribute error: Vendor response doesn't contain ${name} attribute in object ${stack.id}|${resource.logicalId}`,
  );
}
