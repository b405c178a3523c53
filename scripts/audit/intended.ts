/** What has code in the library's own bundle. Another one is a decision, not an accident. */
export const LIBRARY_PACKAGES = ['commander', 'fastest-levenshtein', 'minipass', 'minizlib'];

/** What has code in the handler's bundle: four clients of the SDK, and what these are made of. */
export const HANDLER_PACKAGES = [
  '@aws-sdk/client-bedrock',
  '@aws-sdk/client-bedrock-agent',
  '@aws-sdk/client-sagemaker',
  '@aws-sdk/client-sfn',
  '@aws-sdk/core',
  '@aws-sdk/credential-provider-env',
  '@aws-sdk/credential-provider-http',
  '@aws/lambda-invoke-store',
  '@smithy/core',
  '@smithy/node-http-handler',
  '@smithy/signature-v4',
  '@smithy/types',
];

/** Licences under which others' code may be handed on with this library. */
export const LICENCES = ['0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT'];

/** What makes a list another than the one that is intended. */
export function differences(what: string, found: readonly string[], intended: readonly string[]): string[] {
  return [
    ...found.filter((name) => !intended.includes(name)).map((name) => `${what}: ${name} is there unintended`),
    ...intended.filter((name) => !found.includes(name)).map((name) => `${what}: ${name} is missing`),
  ];
}
