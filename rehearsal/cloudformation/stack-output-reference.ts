import type { StackAddress } from './stack-address';
import type { Environment } from '../environment';
import { isJsonObject, type JsonObject, type JsonValue } from '../json-value';
import { RehearsalError } from '../rehearsal-error';

/**
 * The output of a stack that another one reads with `Fn::GetStackOutput`, when it is created or updated. Nothing keeps
 * the output from changing or vanishing afterwards.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-getstackoutput.html
 */
export interface StackOutputReference {
  readonly producer: StackAddress;
  readonly outputName: string;
}

/** Reads the argument of `Fn::GetStackOutput`, whose members are resolved, for a stack in an account and Region. */
export function stackOutputReference(argument: JsonObject, consumer: Environment, where: string): StackOutputReference {
  const { StackName: stackName, OutputName: outputName, Region: region, RoleArn: roleArn } = argument;
  if (typeof stackName !== 'string' || typeof outputName !== 'string') {
    throw new RehearsalError(`${where}: expects StackName and OutputName, got ${JSON.stringify(argument)}`);
  }
  return {
    producer: {
      stackName,
      // the role that reads the output is one of the account that the stack is in
      account: accountOfRole(roleArn) ?? consumer.account,
      region: typeof region === 'string' ? region : consumer.region,
    },
    outputName,
  };
}

/** The arguments of all `Fn::GetStackOutput` in a value, as the template has them. */
export function stackOutputArguments(value: JsonValue): JsonObject[] {
  if (Array.isArray(value)) return value.flatMap(stackOutputArguments);
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    name === 'Fn::GetStackOutput' && isJsonObject(member) ? [member] : stackOutputArguments(member),
  );
}

function accountOfRole(arn: JsonValue | undefined): string | undefined {
  return typeof arn === 'string' ? arn.split(':')[4] : undefined;
}
