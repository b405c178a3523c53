import { ACCOUNT } from './fixture-batch';
import { AssetStore } from '../../rehearsal/cloud-assembly/asset-store';
import { ConstructPaths } from '../../rehearsal/cloud-assembly/construct-paths';
import type { ResourceRequest } from '../../rehearsal/cloudformation/resource-provider';
import { DeployedStack } from '../../rehearsal/cloudformation/stack';
import type { Environment } from '../../rehearsal/environment';
import type { Access } from '../../rehearsal/iam/access';
import { Iam } from '../../rehearsal/iam/iam';
import type { JsonObject, JsonValue } from '../../rehearsal/json-value';

export const WORKER = 'arn:aws:iam::111122223333:role/Worker';
/** A session of the role that `role` makes, unless it says otherwise. */
export const WORKER_SESSION = { roleArn: WORKER, name: 'session', region: ACCOUNT.region };

const { account, region } = ACCOUNT;
const STACK = new DeployedStack({
  name: 'App',
  id: `arn:aws:cloudformation:${region}:${account}:stack/App/1`,
  path: 'App',
  account,
  region,
  assets: new AssetStore(ACCOUNT),
  constructPaths: new ConstructPaths(undefined),
  now: () => 0,
  onEvent: () => {},
});

/** What CloudFormation hands to those who learn of a resource. */
export function resourceRequest(
  type: string,
  id: string,
  properties: JsonObject,
  environment: Environment = ACCOUNT,
): ResourceRequest {
  const address = { ...environment, stackName: 'App', logicalId: id, generation: 0 };
  return { stack: STACK, type, path: `App/${id}`, address, properties, signal: new AbortController().signal };
}

/** IAM in an account where stacks have made resources. */
export class IamFixture extends Iam {
  /** Makes a resource, or changes it. */
  public make(type: string, id: string, properties: JsonObject, environment = ACCOUNT): void {
    this.onPresent(type, id, resourceRequest(type, id, properties, environment));
  }

  public delete(type: string, id: string, properties: JsonObject = {}): void {
    this.onGone(type, id, resourceRequest(type, id, properties));
  }

  /** Makes a role with an inline policy. */
  public role(statements: readonly JsonObject[], more: JsonObject = {}, id = 'Worker'): void {
    this.make('AWS::IAM::Role', id, {
      AssumeRolePolicyDocument: document(
        allow('sts:AssumeRole', undefined, { Principal: { Service: 'x.amazonaws.com' } }),
      ),
      Policies: [{ PolicyName: 'Inline', PolicyDocument: document(...statements) }],
      ...more,
    });
  }

  /** Why the role may not do something; undefined where it may. */
  public reasonFor(access: Access): string | undefined {
    return this.use(WORKER_SESSION, [access])?.reason;
  }
}

export function document(...statements: readonly JsonObject[]): JsonObject {
  return { Version: '2012-10-17', Statement: [...statements] };
}

export function allow(action: JsonValue, resource: JsonValue | undefined = '*', more: JsonObject = {}): JsonObject {
  const isTrust = action === 'sts:AssumeRole';
  return { Effect: 'Allow', Action: action, ...(!isTrust && { Resource: resource }), ...more };
}

export function deny(action: JsonValue, resource: JsonValue = '*', more: JsonObject = {}): JsonObject {
  return { Effect: 'Deny', Action: action, Resource: resource, ...more };
}

export function trustOf(service: string, condition?: JsonObject): JsonObject {
  return document(
    allow('sts:AssumeRole', undefined, { Principal: { Service: service }, ...(condition && { Condition: condition }) }),
  );
}
