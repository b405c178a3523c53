/** How many names a message has. */
const LISTED = 10;
const LONGEST_NAME = 100;

/** Names, of which a few are kept: an archive may have millions. */
export class NameList {
  private readonly first: string[] = [];
  private total = 0;

  public get count(): number {
    return this.total;
  }

  public add(name: string): void {
    this.total++;
    if (this.first.length < LISTED) this.first.push(nameText(name));
  }

  /** The names as a message shows them. */
  public toString(): string {
    const more = this.total - this.first.length;
    return [...this.first, ...(more > 0 ? [`${more} more`] : [])].join(', ');
  }
}

/** A name as a message shows it: on one line, and not all of a long one. */
export function nameText(name: string, longest = LONGEST_NAME): string {
  // eslint-disable-next-line no-control-regex
  const text = name.replace(/[\u0000-\u001f\u007f-\u009f]/g, '?');
  return text.length > longest ? `${text.slice(0, longest)}...` : text;
}
