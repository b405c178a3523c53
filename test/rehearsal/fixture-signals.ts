import { FUNCTION_ARN, handlerResources, job } from './fixture-assembly';
import type { JsonObject } from '../../rehearsal/json-value';

/** A signal that an app's state machine sends. */
export interface FixtureSignal {
  /** Seconds after the job's resource was asked for. */
  readonly after: number;
  readonly condition: string;
  readonly uniqueId?: string;
  readonly status?: string;
}

/** Answers, and starts an execution for each signal; what is deleted or changed needs none. */
const HANDLER = `
exports.handler = async (event) => {
  const { StateMachine, Signals } = event.ResourceProperties;
  const start = (input, index) => fetch(process.env.AWS_ENDPOINT_URL_SFN, { method: 'POST',
    headers: { 'x-amz-target': 'AWSStepFunctions.StartExecution', 'x-amz-security-token': process.env.AWS_SESSION_TOKEN },
    body: JSON.stringify({ stateMachineArn: StateMachine, name: event.RequestId + index, input: JSON.stringify(input) }) });
  const signals = event.RequestType === 'Create' ? JSON.parse(Signals) : [];
  await Promise.all(signals.map((signal, index) => start({ stack: event.StackId, ...signal }, index)));
  await fetch(event.ResponseURL, { method: 'PUT', headers: { 'content-type': '' }, body: JSON.stringify({ Status: 'SUCCESS',
    PhysicalResourceId: 'id', StackId: event.StackId, RequestId: event.RequestId, LogicalResourceId: event.LogicalResourceId }) });
};`;

const ROLE = 'States';

/** A state machine that signals, and describes the condition whether the signal is taken or not. */
const DEFINITION = {
  StartAt: 'Wait',
  States: {
    Wait: { Type: 'Wait', SecondsPath: '$.after', Next: 'Signal' },
    Signal: {
      Type: 'Task',
      Resource: 'arn:aws:states:::aws-sdk:cloudformation:signalResource',
      TimeoutSeconds: 30,
      Parameters: {
        'StackName.$': '$.stack',
        'LogicalResourceId.$': '$.condition',
        'UniqueId.$': '$.uniqueId',
        'Status.$': '$.status',
      },
      ResultSelector: { isTaken: true },
      ResultPath: '$.taken',
      Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.refusal', Next: 'Look' }],
      Next: 'Look',
    },
    Look: {
      Type: 'Task',
      Resource: 'arn:aws:states:::aws-sdk:cloudformation:describeStackResource',
      Parameters: { 'StackName.$': '$.stack', 'LogicalResourceId.$': '$.condition' },
      ResultSelector: { 'status.$': '$.StackResourceDetail.ResourceStatus' },
      ResultPath: '$.seen',
      Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.unseen', Next: 'Done' }],
      Next: 'Done',
    },
    Done: { Type: 'Succeed' },
  },
};

/** A wait condition that follows on the job's resource, unless it says otherwise. */
export function condition(resourceSignal: JsonObject = { Timeout: 'PT12H' }, more: JsonObject = {}): JsonObject {
  const CreationPolicy = { ResourceSignal: resourceSignal };
  return { Type: 'AWS::CloudFormation::WaitCondition', DependsOn: 'Job', CreationPolicy, ...more };
}

/** Resources of a stack whose state machine sends signals, by a role with these actions on the stack. */
export function signalledResources(
  signals: readonly FixtureSignal[],
  conditions: JsonObject,
  actions: string[] = ['cloudformation:SignalResource', 'cloudformation:DescribeStackResource'],
): JsonObject {
  const texts = signals.map((signal) => ({ uniqueId: 'id', status: 'SUCCESS', ...signal }));
  const StateMachine = { Ref: 'Machine' };
  return {
    ...handlerResources(HANDLER),
    [ROLE]: {
      Type: 'AWS::IAM::Role',
      Properties: {
        AssumeRolePolicyDocument: {
          Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'states.amazonaws.com' } }],
        },
        Policies: [
          {
            PolicyName: 'Signals',
            PolicyDocument: { Statement: [{ Effect: 'Allow', Action: actions, Resource: { Ref: 'AWS::StackId' } }] },
          },
        ],
      },
    },
    Machine: {
      Type: 'AWS::StepFunctions::StateMachine',
      Properties: { RoleArn: { 'Fn::GetAtt': [ROLE, 'Arn'] }, Definition: DEFINITION },
    },
    Job: job({ ServiceToken: FUNCTION_ARN, StateMachine, Signals: JSON.stringify(texts) }),
    ...conditions,
  };
}
