import { ALL_KINDS, type UnconfirmedFact } from '../unconfirmed-fact';

/** What the state machine would be told of a signal that is refused, under a name of its own. */
function refusal(code: string) {
  return { meaning: `\`${code}\`.`, says: { code, text: 'The resource cannot be signaled.' } };
}

/** What is unconfirmed about how CloudFormation waits. */
export const WAITING_FACTS = {
  'conditions-waited-for': {
    title: 'Whether a deployment waits for wait conditions',
    kinds: ALL_KINDS,
    alternatives: {
      yes: { meaning: 'It waits for their signals.' },
      no: {
        meaning: 'It goes on at once, as it might in express mode.',
        failures: {
          create: { words: ['express mode'], isAvoidable: true },
          update: { words: ['express mode'], isAvoidable: true },
        },
      },
    },
    usual: 'yes',
    sources: ['aws-cdk CLI, `--express`: custom resources are waited for; wait conditions are not named'],
    reliance: 'A deployment of more than an hour waits for conditions, one after the other.',
    otherwise:
      'The last resource waits itself, for as long as CloudFormation lets it (55 minutes). Then the deployment fails, and says what to do; the job goes on until its deadline, unless the stack is rolled back.',
    check: 'Deploy a stack with a wait condition that nobody signals with `cdk deploy --express`.',
  },
  'early-signal': {
    title: 'What becomes of a signal to a wait condition that has not begun',
    kinds: ALL_KINDS,
    alternatives: {
      refused: { meaning: 'It is refused.' },
      kept: {
        meaning: 'It is taken, and counts when a condition of that id begins.',
        failures: { update: { words: ['rerunKey'], isAvoidable: true } },
      },
      ignored: { meaning: 'It is taken, and has no effect.' },
    },
    usual: 'refused',
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
    title: 'Under which name a state machine is told that CloudFormation has refused a signal, or a look',
    kinds: ALL_KINDS,
    alternatives: {
      'of-the-service': refusal('CloudFormation.CloudFormationException'),
      'validation-error': refusal('CloudFormation.ValidationError'),
      'validation-error-exception': refusal('CloudFormation.ValidationErrorException'),
      'validation-exception': refusal('CloudFormation.ValidationException'),
      'of-the-integration': refusal('States.TaskFailed'),
    },
    usual: 'of-the-service',
    sources: ['public definitions of state machines catch several names for the errors of CloudFormation'],
    reliance: 'Nothing: the state catches every error, and nobody reads its name.',
    otherwise: 'The same.',
    check:
      'Let a state machine call `arn:aws:states:::aws-sdk:cloudformation:signalResource` for a condition that is complete.',
  },
  'signal-id-reused': {
    title: 'What becomes of a second signal of the same id',
    kinds: ALL_KINDS,
    alternatives: {
      refused: { meaning: 'It is refused.' },
      accepted: { meaning: 'It is taken as any other.' },
    },
    usual: 'refused',
    sources: [
      'API reference, SignalResource: each signal must have an id of its own; what happens otherwise it does not say',
    ],
    reliance: 'Nothing: every try has an id of its own.',
    otherwise: 'The same.',
    check: 'Send a signal of the same id twice to a condition with a count of 2.',
  },
  'signal-answer': {
    title: 'Whether the state machine is told that a signal was taken',
    kinds: ALL_KINDS,
    alternatives: {
      told: { meaning: 'It is.' },
      lost: { meaning: 'It is not: the call times out, and has had its effect.' },
    },
    usual: 'told',
    sources: ['Step Functions Developer Guide: a call of an AWS service has its effect at least once'],
    reliance: 'Nothing: after every signal the condition is looked at.',
    otherwise: 'The deployment goes on half a minute later.',
    check: 'Look at the history of an execution that has signalled a wait condition.',
  },
  'depends-on-moved': {
    title: 'Whether the DependsOn of a resource that stays may move from one wait condition to another',
    kinds: ALL_KINDS,
    alternatives: {
      accepted: { meaning: 'It may.' },
      refused: {
        meaning: 'The update is refused for a circular dependency, before anything has changed.',
        failures: { update: { words: ['circular dependency'], isAvoidable: true } },
      },
    },
    usual: 'accepted',
    sources: ['aws-cloudformation/cloudformation-coverage-roadmap#2220: "sometimes" a circular dependency error'],
    reliance:
      'Nothing, within a job: its last resource refers to the last condition in a property. A resource of yours that depends on the whole construct names its conditions.',
    otherwise:
      'An update to another job is refused where such a resource stays: let it refer to an attribute of the job instead, or depend on nothing but the resource that has the attributes.',
    check: 'Deploy a topic that depends on a wait condition; change the logical id of the condition, and deploy again.',
  },
  'moment-of-a-resource': {
    title: 'In which form a state machine is told when a resource has changed',
    kinds: ALL_KINDS,
    alternatives: {
      text: { meaning: 'As a text, in ISO 8601.' },
      seconds: { meaning: 'As the seconds since 1970.' },
      other: { meaning: 'As something else.' },
    },
    usual: 'text',
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
    title: 'When CloudFormation deletes what has failed to be created, where it tries again without rollback',
    kinds: ALL_KINDS,
    alternatives: {
      'deleted-after': { meaning: 'In the end, after all that is new, as what is replaced.' },
      'deleted-before': { meaning: 'Before it is created again.' },
    },
    usual: 'deleted-after',
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
    title: 'What DescribeStackResource says of a resource that an earlier update has removed',
    kinds: ALL_KINDS,
    alternatives: {
      'not-there': { meaning: 'That there is no such resource.' },
      'delete-complete': { meaning: 'That it is DELETE_COMPLETE.' },
    },
    usual: 'not-there',
    sources: ['API reference, DescribeStackResource: it speaks of deleted stacks only'],
    reliance: 'Nothing: either way the condition has yet to be made.',
    otherwise: 'The same.',
    check: '`aws cloudformation describe-stack-resource` with the logical id of a resource that an update has removed.',
  },
} as const satisfies { readonly [id: string]: UnconfirmedFact };
