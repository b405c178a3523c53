/** The URI of a folder: what reads a model under a prefix wants to see that it is one. */
export function folderUri(uri: string | undefined): string {
  return uri ? `${uri.replace(/\/$/, '')}/` : '';
}
