/** A command that cannot be carried out as it was given: it is no finding about a file. */
export class UsageError extends Error {}
