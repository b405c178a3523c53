import { scalarsAsStrings } from './intrinsic-functions';
import { ResourceFailure } from './resource-provider';
import type { JsonObject, JsonValue } from '../json-value';

/** What the CDK's own custom resources answer with which it makes JSON of values that are known in a deployment, and values of JSON. */
const VALUES: Readonly<Record<string, (value: JsonValue) => JsonValue>> = {
  'Custom::AWSCDKCfnJson': parsed,
  'Custom::AWSCDKCfnJsonStringify': (value) => JSON.stringify(value),
};

/** The attributes of such a resource; of any other, none are known. */
export function jsonAttributes(type: string, { Value: value = '' }: JsonObject): JsonObject {
  const answer = VALUES[type];
  return answer === undefined ? {} : { Value: answer(scalarsAsStrings(value)) };
}

function parsed(text: JsonValue): JsonValue {
  try {
    return JSON.parse(String(text)) as JsonValue;
  } catch (error) {
    throw new ResourceFailure(
      `Received response status [FAILED] from custom resource. Message returned: ${String(error)}`,
    );
  }
}
