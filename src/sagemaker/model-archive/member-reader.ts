/** What is shown the bytes of a member, piece by piece, and told when it has had all. */
export interface MemberReader {
  take(piece: Buffer): void;
  end(): void;
}
