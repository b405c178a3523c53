import type { RequestKeys } from './request-context';

/** A text of a policy with the values of its variables, such as `${aws:PrincipalAccount}`. */
export interface FilledText {
  /** With `*` for what is not known here. */
  readonly text: string;
  /** Whether every variable has a value, one is not known here, or the request lacks one: then the text matches nothing. */
  readonly variables: 'known' | 'unknown' | 'absent';
}

/** What stands for characters that would otherwise be special. */
const ESCAPED = ['*', '?', '$'];

/** Puts the values of a request in the place of policy variables. */
export function filled(text: string, keys: RequestKeys): FilledText {
  let variables: FilledText['variables'] = 'known';
  const replaced = text.replace(/\$\{([^}]+)\}/g, (_, variable: string) => {
    if (ESCAPED.includes(variable)) return variable;
    const [, key, fallback] = /^([^,]+?)\s*(?:,\s*'(.*)')?$/.exec(variable.trim()) ?? ['', variable, undefined];
    const values = keys.valuesOf(key);
    if (values === 'unknown') {
      if (variables === 'known') variables = 'unknown';
      return '*';
    }
    const [value] = values === 'absent' ? [fallback] : values;
    if (value === undefined) variables = 'absent';
    return value ?? '';
  });
  return { text: replaced, variables };
}
