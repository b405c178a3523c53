import { fromEnv } from '@aws-sdk/credential-provider-env';
import { fromHttp } from '@aws-sdk/credential-provider-http';
import type { AwsCredentialIdentity } from '@aws-sdk/types';

/*
 * What the clients of the SDK get in the bundle in place of their own chains, which look for what only a person's machine
 * has: profiles, single sign-on, processes. That was a quarter of the bundle.
 */

/**
 * The credentials of the function's role: Lambda has them in the environment, or, with SnapStart, says there where they are.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime
 * @see https://docs.aws.amazon.com/lambda/latest/dg/snapstart-activate.html
 */
export function defaultProvider(init: object = {}): () => Promise<AwsCredentialIdentity> {
  const isElsewhere = process.env.AWS_CONTAINER_CREDENTIALS_FULL_URI !== undefined;
  return isElsewhere ? fromHttp(init) : fromEnv(init);
}

/** A function signs its calls, and bears no token: Bedrock's client asks for one only where nothing can be signed. */
export function nodeProvider(): () => Promise<never> {
  return () => Promise.reject(new Error('The handler has no bearer token'));
}

export const fromEnvSigningName = nodeProvider;
