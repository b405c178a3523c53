/** Something the person who rehearses can mend: its message says what is wrong, where, and what is allowed. */
export class RehearsalError extends Error {
  public readonly name = 'RehearsalError';
}
