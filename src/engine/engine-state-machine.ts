import { Aws, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { anyStateMachine, deliverEncryptedLog, encryptStateMachine, useStateMachineKey } from './engine-encryption';
import type { JobEngineProps } from './job-engine-props';
import { tickLoop } from './tick-loop';
import { awaitedPolicies } from '../access/awaited-policies';
import { growingPolicy } from '../access/growing-policy';
import { requireRole } from '../access/role-check';
import { acknowledgeNag, acknowledgeWildcard } from '../nag-acknowledgment';
import { LOG_GROUP, ROLE } from '../validation/expected-value';
import { requireValues } from '../validation/property-check';

const SERVICE_PRINCIPAL = 'states.amazonaws.com';

/** Makes the state machine of an engine, which calls the function until a job has ended. */
export function createStateMachine(
  engine: Construct,
  handler: lambda.IFunction,
  props: JobEngineProps,
): sfn.StateMachine {
  const { encryptionKey, stateMachineLogGroup, stateMachineRole } = props;
  requireValues(engine, props, {
    stateMachineRole: ROLE,
    stateMachineLogGroup: LOG_GROUP,
  });
  const rights = [
    new iam.PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [handler.functionArn] }),
    ...(encryptionKey ? [useStateMachineKey(engine, encryptionKey, ['kms:Decrypt', 'kms:GenerateDataKey'])] : []),
    ...(encryptionKey && stateMachineLogGroup ? [deliverEncryptedLog(Stack.of(engine), encryptionKey)] : []),
  ];
  const isTraced = props.tracing === lambda.Tracing.ACTIVE;
  const stateMachine = new sfn.StateMachine(engine, 'StateMachine', {
    comment: 'Carries machine-learning jobs to their end (cdk-ml-jobs)',
    definitionBody: sfn.DefinitionBody.fromString(
      Stack.of(engine).toJsonString(tickLoop(handler.functionArn, Aws.PARTITION)),
    ),
    role: stateMachineRole ?? createRole(engine, rights, props),
    tracingEnabled: isTraced || undefined,
    logs: stateMachineLogGroup && {
      destination: stateMachineLogGroup,
      level: sfn.LogLevel.ALL,
      // it holds the URLs for answers
      includeExecutionData: false,
    },
  });
  if (stateMachineRole) {
    allowBroughtRole(engine, stateMachine, stateMachineRole, rights);
  } else if (isTraced || stateMachineLogGroup) {
    acknowledgeWildcard(stateMachine.role, '*', 'X-Ray, and the delivery of logs, have no resource to be limited to.');
  }
  if (encryptionKey) encryptStateMachine(stateMachine, encryptionKey);
  if (!stateMachineLogGroup) {
    acknowledgeNag(
      stateMachine,
      'SF1',
      'Step Functions keeps the history of every execution, and the handler logs every step; a third record costs more than it tells.',
    );
  }
  if (!isTraced) {
    acknowledgeNag(stateMachine, 'SF2', 'There is one function behind the state machine, and no trace to follow.');
  }
  return stateMachine;
}

function createRole(engine: Construct, statements: iam.PolicyStatement[], props: JobEngineProps): iam.Role {
  return new iam.Role(engine, 'StateMachineRole', {
    description: 'Calls the handler of machine-learning jobs',
    assumedBy: new iam.ServicePrincipal(SERVICE_PRINCIPAL, { conditions: fromOwnStateMachines(engine) }),
    permissionsBoundary: props.permissionsBoundary,
    inlinePolicies: { CallHandler: new iam.PolicyDocument({ statements }) },
  });
}

/** A role from elsewhere gets a policy from here: in its own, what refers to the engine would close a circle. */
function allowBroughtRole(
  engine: Construct,
  stateMachine: sfn.StateMachine,
  role: iam.IRole,
  statements: iam.PolicyStatement[],
): void {
  requireRole(engine, 'stateMachineRole', role, SERVICE_PRINCIPAL);
  const policy = growingPolicy(engine, 'StateMachineRights', role);
  policy.addStatements(...statements);
  stateMachine.node.addDependency(
    policy,
    awaitedPolicies(stateMachine, () => role),
  );
}

/**
 * What Step Functions sends when it assumes a role for a state machine: nobody else's may bring it to do so.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/procedure-create-iam-role.html
 */
function fromOwnStateMachines(engine: Construct): iam.Conditions {
  return {
    StringEquals: { 'aws:SourceAccount': Stack.of(engine).account },
    ArnLike: { 'aws:SourceArn': anyStateMachine(Stack.of(engine)) },
  };
}
