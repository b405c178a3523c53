/** The MIME type in a content type, without its parameters. */
export function mimeTypeIn(contentType: string): string {
  return contentType.split(';')[0].trim().toLowerCase();
}
