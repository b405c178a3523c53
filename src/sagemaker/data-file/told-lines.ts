import { countText, linesText } from '../../local-file/line-text';

const MOST_LINES = 3;

/** The lines of a file that one thing is wrong with: the first ones, and how many there are. */
export class ToldLines {
  private readonly first: number[] = [];
  private count = 0;

  public add(line: number): void {
    this.count++;
    if (this.first.length < MOST_LINES) this.first.push(line);
  }

  public get isEmpty(): boolean {
    return this.count === 0;
  }

  /** The lines as a message names them. */
  public get text(): string {
    const more = this.count - this.first.length;
    const lines = linesText(this.first);
    return more > 0 ? `${lines}, and ${countText(more)} more` : lines;
  }
}
