/** Which resources have failed, in CloudFormation's words; nothing where none has. */
export function failedResources(verb: 'create' | 'update' | 'delete', logicalIds: readonly string[]): string[] {
  return logicalIds.length === 0 ? [] : [`The following resource(s) failed to ${verb}: [${logicalIds.join(', ')}].`];
}
