/**
 * What IAM allows of all policies in a role together, in characters without white space.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
const MOST_CHARACTERS = 10_240;

/**
 * What the handler needs whatever the number of jobs: with jobs of all kinds, in a VPC, with keys of its own, 6,000 characters
 * with names of usual length.
 */
const KEPT_FOR_KINDS = 6_700;

/** How much of what grows with the jobs may lie in the role of the handler itself; the rest is in managed policies. */
export class InlineRoom {
  private left = MOST_CHARACTERS - KEPT_FOR_KINDS;

  /**
   * @param isOnlyPlace Whether the role takes no managed policies: then there is no other place.
   */
  constructor(private readonly isOnlyPlace: () => boolean) {}

  /** Takes so many characters where they are left. */
  public take(characters: number): boolean {
    if (characters > this.left) return this.isOnlyPlace();
    this.left -= characters;
    return true;
  }
}
