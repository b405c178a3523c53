import type { InlineCode } from './inline-code';
import type { AssetStore } from '../cloud-assembly/asset-store';
import { isJsonObject, type JsonObject, type JsonValue } from '../json-value';

/** A function as deployed. */
export interface LambdaFunction {
  readonly arn: string;
  readonly name: string;
  readonly region: string;
  readonly roleArn: string;
  /** Where its code lies. */
  readonly folder: string;
  readonly handler: string;
  readonly environment: Record<string, string>;
  readonly timeoutSeconds: number;
  readonly memoryMiB: number;
  readonly logGroup: string;
}

/** Reads the resolved properties of an `AWS::Lambda::Function`; undefined when its code cannot run here. */
export function lambdaFunction(
  arn: string,
  name: string,
  properties: JsonObject,
  assets: AssetStore,
  inlineCode: InlineCode,
): LambdaFunction | undefined {
  if (!String(properties.Runtime).startsWith('nodejs')) return undefined;
  const folder = codeFolder(properties.Code, assets, inlineCode);
  if (!folder) return undefined;
  const logging = properties.LoggingConfig;
  return {
    arn,
    name,
    region: arn.split(':')[3],
    roleArn: text(properties.Role, ''),
    folder,
    handler: text(properties.Handler, 'index.handler'),
    environment: variables(properties.Environment),
    timeoutSeconds: Number(properties.Timeout ?? 3),
    memoryMiB: Number(properties.MemorySize ?? 128),
    logGroup: text(isJsonObject(logging) ? logging.LogGroup : undefined, `/aws/lambda/${name}`),
  };
}

function codeFolder(code: JsonValue | undefined, assets: AssetStore, inlineCode: InlineCode): string | undefined {
  if (!isJsonObject(code)) return undefined;
  if (typeof code.ZipFile === 'string') return inlineCode.write(code.ZipFile);
  return assets.directory(String(code.S3Bucket), String(code.S3Key));
}

function variables(environment: JsonValue | undefined): Record<string, string> {
  const values = isJsonObject(environment) && isJsonObject(environment.Variables) ? environment.Variables : {};
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, text(value, '')]));
}

function text(value: JsonValue | undefined, fallback: string): string {
  if (value === undefined || value === null) return fallback;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
