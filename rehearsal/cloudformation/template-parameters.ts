import type { Template, TemplateParameter } from './template';
import type { JsonValue } from '../json-value';
import { RehearsalError } from '../rehearsal-error';

/** The value of every parameter of a template: the given one, its default, or a plausible one. */
export function parameterValues(
  template: Template,
  given: Record<string, JsonValue>,
  previous: Record<string, JsonValue>,
  stackName: string,
): Record<string, JsonValue> {
  const parameters = Object.entries(template.Parameters ?? {});
  return Object.fromEntries(
    parameters.map(([name, parameter]) => [name, valueOf(name, parameter, given[name] ?? previous[name], stackName)]),
  );
}

function valueOf(
  name: string,
  parameter: TemplateParameter,
  given: JsonValue | undefined,
  stackName: string,
): JsonValue {
  if (parameter.Type.startsWith('AWS::SSM::Parameter::Value')) return ssmValue(name, parameter.Type);
  const value = given ?? parameter.Default;
  if (value === undefined) {
    throw new RehearsalError(`Stack ${stackName}: parameter ${name} (${parameter.Type}) needs a value`);
  }
  return isList(parameter.Type) && typeof value === 'string' ? value.split(',').map((part) => part.trim()) : value;
}

function isList(type: string): boolean {
  return type === 'CommaDelimitedList' || type.startsWith('List<');
}

function ssmValue(name: string, type: string): JsonValue {
  if (type.includes('AWS::EC2::Image::Id')) return 'ami-0123456789abcdef0';
  // of the CDK's own parameters, only the bootstrap version is a number
  if (name === 'BootstrapVersion') return '30';
  const value = `value-of-${name}`;
  return type.includes('List<') ? [value] : value;
}
