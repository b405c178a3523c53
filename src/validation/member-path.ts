/** A step into a request: a member of an object, an item of a list, an entry of a map. */
export type Step =
  { readonly member: string } | { readonly index: number; readonly item: unknown } | { readonly key: string };

/** The way from a request to a member in it. */
export type MemberPath = readonly Step[];

/** A path as the API's documentation writes it, such as `InputDataConfig[0].ChannelName`. */
export function apiName(path: MemberPath): string {
  return path
    .map((step, index) => ('index' in step ? `[${step.index}]` : `${index > 0 ? '.' : ''}${nameOf(step)}`))
    .join('');
}

/** The way that a path of the API's documentation describes, as far as it names members and items. */
export function pathOf(api: string): MemberPath {
  return api.split('.').flatMap((part): MemberPath => {
    const [member, ...indexes] = part.split(/[[\]]+/).filter((each) => each !== '');
    return [{ member }, ...indexes.map((index) => ({ index: Number(index), item: undefined }))];
  });
}

/** A path without what differs from request to request, such as `InputDataConfig[].ChannelName` or `Environment{}`. */
export function patternOf(path: MemberPath): string {
  return path
    .map((step, index) => {
      if ('index' in step) return '[]';
      if ('key' in step) return '{}';
      return `${index > 0 ? '.' : ''}${step.member}`;
    })
    .join('');
}

/** The name of the member that a path leads to. */
export function lastOf(path: MemberPath): string {
  const last = path[path.length - 1];
  return 'index' in last ? `[${last.index}]` : nameOf(last);
}

export function nameOf(step: Exclude<Step, { readonly index: number }>): string {
  return 'member' in step ? step.member : step.key;
}
