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
  },
  'signal-id-reused': {
    title: 'What becomes of a second signal of the same id',
    kinds: ALL_KINDS,
    alternatives: {
      refused: { meaning: 'It is refused.' },
      accepted: { meaning: 'It is taken as any other.' },
    },
    usual: 'refused',
  },
  'signal-answer': {
    title: 'Whether the state machine is told that a signal was taken',
    kinds: ALL_KINDS,
    alternatives: {
      told: { meaning: 'It is.' },
      lost: { meaning: 'It is not: the call times out, and has had its effect.' },
    },
    usual: 'told',
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
  },
  'retried-creation': {
    title: 'When CloudFormation deletes what has failed to be created, where it tries again without rollback',
    kinds: ALL_KINDS,
    alternatives: {
      'deleted-after': { meaning: 'In the end, after all that is new, as what is replaced.' },
      'deleted-before': { meaning: 'Before it is created again.' },
    },
    usual: 'deleted-after',
  },
  'status-of-a-removed-resource': {
    title: 'What DescribeStackResource says of a resource that an earlier update has removed',
    kinds: ALL_KINDS,
    alternatives: {
      'not-there': { meaning: 'That there is no such resource.' },
      'delete-complete': { meaning: 'That it is DELETE_COMPLETE.' },
    },
    usual: 'not-there',
  },
} as const satisfies { readonly [id: string]: UnconfirmedFact };
