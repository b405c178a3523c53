/** The tags that a job's resource asks for, however its kind calls them. */
export function tagsIn(properties: object): { [key: string]: string } {
  const { Request } = properties as { readonly Request: { readonly [member: string]: unknown } };
  // of several lists, each is the same
  const list = (Request.Tags ?? Request.tags ?? Request.jobTags ?? []) as { readonly [member: string]: string }[];
  return Object.fromEntries(list.map((tag) => [tag.Key ?? tag.key, tag.Value ?? tag.value]));
}
