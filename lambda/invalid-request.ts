/** A request that no retry makes right: its message says which member, the value, and what is allowed. */
export class InvalidRequest extends Error {
  public override readonly name = 'InvalidRequest';
}
