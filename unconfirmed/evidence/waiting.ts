import type { WAITING_FACTS } from '../facts/waiting';
import type { Evidence } from '../unconfirmed-fact';

/** What is known of what is unconfirmed about how CloudFormation waits. */
export const WAITING_EVIDENCE: Record<keyof typeof WAITING_FACTS, Evidence> = {
  'conditions-waited-for': {
    sources: ['aws-cdk CLI, `--express`: custom resources are waited for; wait conditions are not named'],
    reliance: 'A deployment of more than an hour waits for conditions, one after the other.',
    otherwise:
      'The last resource waits itself, for as long as CloudFormation lets it (55 minutes). Then the deployment fails, and says what to do; the job goes on until its deadline, unless the stack is rolled back.',
    check: 'Deploy a stack with a wait condition that nobody signals with `cdk deploy --express`.',
  },
  'early-signal': {
    sources: [
      'aws/aws-cdk#24638: a public clone of CloudFormation refuses it, in texts that match those of AWS',
      'User Guide, creation policies: it says nothing of it',
    ],
    reliance: 'Nothing: after every signal the condition is looked at, and only what it is then counts.',
    otherwise:
      'A signal that is ignored is sent again. One that is kept lets the deployment go on when its condition begins, as it should; only where that is another one of the same id (the deployment before was cancelled before it began, and the request comes back) the last resource waits itself, for 55 minutes, and then says to change `rerunKey`.',
    check:
      '`aws cloudformation signal-resource` with the logical id of a condition that waits for another resource to be made.',
  },
  'signal-error-name': {
    sources: ['public definitions of state machines catch several names for the errors of CloudFormation'],
    reliance: 'Nothing: the state catches every error, and nobody reads its name.',
    otherwise: 'The same.',
    check:
      'Let a state machine call `arn:aws:states:::aws-sdk:cloudformation:signalResource` for a condition that is complete.',
  },
  'signal-id-reused': {
    sources: [
      'API reference, SignalResource: each signal must have an id of its own; what happens otherwise it does not say',
    ],
    reliance: 'Nothing: every try has an id of its own.',
    otherwise: 'The same.',
    check: 'Send a signal of the same id twice to a condition with a count of 2.',
  },
  'signal-answer': {
    sources: ['Step Functions Developer Guide: a call of an AWS service has its effect at least once'],
    reliance: 'Nothing: after every signal the condition is looked at.',
    otherwise: 'The deployment goes on half a minute later.',
    check: 'Look at the history of an execution that has signalled a wait condition.',
  },
  'depends-on-moved': {
    sources: ['aws-cloudformation/cloudformation-coverage-roadmap#2220: "sometimes" a circular dependency error'],
    reliance:
      'Nothing, within a job: its last resource refers to the last condition in a property. A resource of yours that depends on the whole construct names its conditions.',
    otherwise:
      'An update to another job is refused where such a resource stays: let it refer to an attribute of the job instead, or depend on nothing but the resource that has the attributes.',
    check: 'Deploy a topic that depends on a wait condition; change the logical id of the condition, and deploy again.',
  },
  'moment-of-a-resource': {
    sources: [
      'API reference, StackResourceDetail: LastUpdatedTimestamp is a timestamp; what an integration makes of one it does not say',
    ],
    reliance: 'The next wait condition has its twelve hours from when the one before was let go.',
    otherwise:
      'Both forms are read. Where neither is there, its time counts from when the one before was seen to be let go, which is seconds later; or, if the answer to its signal was lost, half a minute.',
    check:
      'Let a state machine call `arn:aws:states:::aws-sdk:cloudformation:describeStackResource`, and look at its history.',
  },
  'retried-creation': {
    sources: [
      'CloudFormation user guide, stack failure options: what has failed is tried again; the order it does not say',
    ],
    reliance:
      'Nothing. A second try may get a job of the same name: the Delete of the first one sees that the resource has it.',
    otherwise: 'The job of the first try, if there is one, is stopped before the second begins.',
    check:
      'Deploy a custom resource that fails with `cdk deploy --no-rollback`, let it succeed, deploy again, and look at the requests that its function gets.',
  },
  'status-of-a-removed-resource': {
    sources: ['API reference, DescribeStackResource: it speaks of deleted stacks only'],
    reliance: 'Nothing: either way the condition has yet to be made.',
    otherwise: 'The same.',
    check: '`aws cloudformation describe-stack-resource` with the logical id of a resource that an update has removed.',
  },
};
