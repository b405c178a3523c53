import type { ResourceSignal, ResourceSignals } from './resource-signals';
import type { DescribedResource, DeployedStack } from './stack';
import type { StackDirectory } from './stack-directory';
import type { Supposition } from '../../unconfirmed/supposition';
import type { ApiCall } from '../emulated-api/api-call';
import { ServiceError } from '../emulated-api/service-error';
import type { Environment } from '../environment';
import type { JsonObject, JsonValue } from '../json-value';

/** The operations that are emulated: those that the engine's state machine calls. */
type CloudFormationOperation = 'SignalResource' | 'DescribeStackResource';

const MOST_CHARACTERS_OF_AN_ID = 64;
const SIGNAL_STATUSES = ['SUCCESS', 'FAILURE'];

/** What CloudFormation does for whoever calls its API. */
export class CloudFormationApi {
  constructor(
    private readonly stacks: StackDirectory,
    private readonly signals: ResourceSignals,
    private readonly supposition: Supposition,
  ) {}

  /** @param environment Whose stacks have the names that the call may have. */
  public handle({ operation, input }: Pick<ApiCall, 'operation' | 'input'>, environment: Environment): JsonObject {
    const stack = this.stackOf(input, environment);
    const logicalId = String(input.LogicalResourceId ?? '');
    switch (operation as CloudFormationOperation) {
      case 'SignalResource':
        return this.signalResource(stack, logicalId, signalIn(input));
      case 'DescribeStackResource':
        return detailOf(stack, logicalId, this.resourceOf(stack, logicalId), (at) => this.formOf(at));
    }
  }

  private stackOf({ StackName: name }: JsonObject, environment: Environment): DeployedStack {
    const stack = this.stacks.find(String(name ?? ''), environment);
    if (!stack) throw invalid(`Stack '${String(name)}' does not exist`);
    return stack;
  }

  /** A stack that is gone has all that it had; of what an update has removed, nobody knows. */
  private resourceOf(stack: DeployedStack, logicalId: string): DescribedResource {
    const resource = stack.described(logicalId);
    const isRemoved = resource?.status === 'DELETE_COMPLETE' && stack.status !== 'DELETE_COMPLETE';
    const isHidden = isRemoved && this.supposition.nameOf('status-of-a-removed-resource') === 'not-there';
    if (!resource || isHidden) throw invalid(`Resource ${logicalId} does not exist for stack ${stack.name}`);
    return resource;
  }

  /** A moment, in the form in which a state machine gets it. */
  private formOf(moment: number): JsonValue {
    switch (this.supposition.nameOf('moment-of-a-resource')) {
      case 'text':
        return new Date(moment).toISOString();
      case 'seconds':
        return moment / 1000;
      case 'other':
        return 'a moment';
    }
  }

  private signalResource(stack: DeployedStack, logicalId: string, signal: ResourceSignal): JsonObject {
    if (!stack.isInProgress) throw invalid(`Stack ${stack.id} is in ${stack.status} state and cannot be signaled`);
    switch (this.signals.take(stack, logicalId, signal)) {
      case 'taken':
        return {};
      case 'repeated':
        throw invalid(`Resource ${logicalId} has received a signal with UniqueId ${signal.uniqueId} already`);
      case 'not-waiting':
        return this.takeOutOfTime(stack, logicalId, signal);
    }
  }

  /** What has its signals refuses any other; what becomes of those for what has yet to begin, nobody knows. */
  private takeOutOfTime(stack: DeployedStack, logicalId: string, signal: ResourceSignal): JsonObject {
    const hasBegun = /^CREATE_|^UPDATE_/.test(stack.described(logicalId)?.status ?? '');
    switch (hasBegun ? 'refused' : this.supposition.nameOf('early-signal')) {
      case 'kept':
        this.signals.keep(stack, logicalId, signal);
        return {};
      case 'ignored':
        return {};
      case 'refused': {
        const { status } = this.resourceOf(stack, logicalId);
        throw invalid(`Resource ${logicalId} is in ${status} state and cannot be signaled`);
      }
    }
  }
}

function signalIn({ UniqueId: uniqueId, Status: status }: JsonObject): ResourceSignal {
  const id = textOf(uniqueId);
  if (id === '' || id.length > MOST_CHARACTERS_OF_AN_ID) {
    throw unfit('uniqueId', id, `Member must have length between 1 and ${MOST_CHARACTERS_OF_AN_ID}`);
  }
  if (!SIGNAL_STATUSES.includes(textOf(status))) {
    throw unfit('status', textOf(status), `Member must satisfy enum value set: [${SIGNAL_STATUSES.join(', ')}]`);
  }
  return { uniqueId: id, status: textOf(status) };
}

function detailOf(
  stack: DeployedStack,
  logicalId: string,
  { physicalId, type, status, at }: DescribedResource,
  formOf: (moment: number) => JsonValue,
): JsonObject {
  return {
    StackResourceDetail: {
      StackName: stack.name,
      StackId: stack.id,
      LogicalResourceId: logicalId,
      PhysicalResourceId: physicalId,
      ResourceType: type,
      ResourceStatus: status,
      LastUpdatedTimestamp: formOf(at),
    },
  };
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}

function unfit(member: string, value: string, constraint: string): ServiceError {
  return invalid(
    `1 validation error detected: Value '${value}' at '${member}' failed to satisfy constraint: ${constraint}`,
  );
}

function invalid(message: string): ServiceError {
  return new ServiceError('ValidationError', message);
}
