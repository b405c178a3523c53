/** The MIME type in a content type, without its parameters. */
export function mimeTypeIn(contentType: string): string {
  return contentType.split(';')[0].trim().toLowerCase();
}

/** What a request says of the type of its data. */
interface SaidType {
  readonly contentType?: string;
  /** Whether that is what is taken where the request says no type. */
  readonly isDefaultType?: boolean;
}

/** What a request says of the type of its data, as a message has it. */
export function typeText({ contentType, isDefaultType }: SaidType): string {
  return isDefaultType
    ? `'contentType' is left out, so that it is taken for '${contentType}'`
    : `'contentType' is '${contentType}'`;
}
