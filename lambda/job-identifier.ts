/** Whether an id is that of a job: an ARN, or ids with `|` between them, which no name has. Anything else is a name, or a mark. */
export function isIdentifier(id: string): boolean {
  return id.startsWith('arn:') || id.includes('|');
}
