import type { Definition, State } from './definition';
import { requirePath } from './path';

/** The members of each type of state that are interpreted: any other would be passed over in silence. */
const MEMBERS: { readonly [type in State['Type']]: readonly string[] } = {
  Task: ['Resource', 'TimeoutSeconds', 'Parameters', 'ResultSelector', 'ResultPath', 'Retry', 'Catch', 'Next', 'End'],
  Choice: ['Choices', 'Default'],
  Wait: ['Seconds', 'SecondsPath', 'Next', 'End'],
  Pass: ['Next', 'End'],
  Succeed: [],
  Fail: ['Error', 'Cause'],
};
const RETRIER_MEMBERS = [
  'ErrorEquals',
  'IntervalSeconds',
  'BackoffRate',
  'MaxDelaySeconds',
  'MaxAttempts',
  'JitterStrategy',
];
const CATCHER_MEMBERS = ['ErrorEquals', 'ResultPath', 'Next'];
const COMPARISONS = ['BooleanEquals', 'IsPresent', 'StringEquals', 'TimestampLessThanPath'];

/** A definition that Step Functions would refuse, too. */
export class InvalidDefinition extends Error {
  public override readonly name = 'InvalidDefinition';
}

/**
 * Reads a definition; throws where it says something that is not interpreted, or leads to a state that is not there.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/concepts-amazon-states-language.html
 */
export function readDefinition(definition: object): Definition {
  requireKnown('The definition', definition, ['Comment', 'Version', 'QueryLanguage', 'StartAt', 'States']);
  const { StartAt, States } = definition as Definition;
  const { QueryLanguage = 'JSONPath' } = definition as { readonly QueryLanguage?: string };
  if (QueryLanguage !== 'JSONPath') throw new Error(`The query language ${QueryLanguage} is not interpreted`);
  requireState('StartAt', StartAt, { StartAt, States });
  for (const [name, state] of Object.entries(States)) readState(`State '${name}'`, state, { StartAt, States });
  return { StartAt, States };
}

function readState(where: string, state: State, definition: Definition): void {
  const known = MEMBERS[state.Type] as readonly string[] | undefined;
  if (!known) throw new Error(`${where}: states of type ${state.Type} are not interpreted`);
  requireKnown(where, state, ['Type', 'Comment', ...known]);
  switch (state.Type) {
    case 'Task':
      for (const retrier of state.Retry ?? []) requireKnown(`${where}: Retry`, retrier, RETRIER_MEMBERS);
      for (const catcher of state.Catch ?? []) {
        requireKnown(`${where}: Catch`, catcher, CATCHER_MEMBERS);
        requireState(`${where}: Catch`, catcher.Next, definition);
      }
      for (const path of [state.ResultPath, ...(state.Catch ?? []).map(({ ResultPath }) => ResultPath)]) {
        if (typeof path === 'string') requirePath(where, path);
      }
      for (const template of [state.Parameters, state.ResultSelector]) requirePaths(where, template);
      break;
    case 'Choice':
      for (const rule of state.Choices) {
        requireKnown(`${where}: Choices`, rule, ['Variable', 'Next', ...COMPARISONS]);
        requirePath(where, rule.Variable);
        if (rule.TimestampLessThanPath !== undefined) requirePath(where, rule.TimestampLessThanPath);
        requireState(`${where}: Choices`, rule.Next, definition);
      }
      if (state.Default !== undefined) requireState(`${where}: Default`, state.Default, definition);
      return;
    case 'Wait':
      if (state.SecondsPath !== undefined) requirePath(where, state.SecondsPath);
      break;
    case 'Pass':
      break;
    case 'Succeed':
    case 'Fail':
      return;
  }
  if (state.End !== true) requireState(where, state.Next, definition);
}

function requirePaths(where: string, template: unknown): void {
  if (template === null || typeof template !== 'object') return;
  for (const [member, value] of Object.entries(template)) {
    if (member.endsWith('.$')) requirePath(where, String(value));
    else requirePaths(where, value);
  }
}

function requireState(where: string, name: string | undefined, { States }: Definition): void {
  if (name !== undefined && Object.hasOwn(States, name)) return;
  throw new InvalidDefinition(`${where}: there is no state '${name}' to go on with`);
}

function requireKnown(where: string, value: object, known: readonly string[]): void {
  const unknown = Object.keys(value).filter((member) => !known.includes(member));
  if (unknown.length > 0) throw new Error(`${where}: ${unknown.join(', ')} is not interpreted`);
}
