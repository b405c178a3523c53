import { isJsonObject, type JsonObject, type JsonValue } from '../json-value';

/** The subnets and security groups that a job's network interfaces are in, whatever its service calls them. */
export function networkOf({ VpcConfig, vpcConfig }: JsonObject): string[] {
  const config = VpcConfig ?? vpcConfig;
  return isJsonObject(config) ? Object.values(config).flatMap(idsOf) : [];
}

function idsOf(value: JsonValue): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
