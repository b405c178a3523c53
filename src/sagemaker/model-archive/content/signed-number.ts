/** A number that protobuf writes as 64 bits: what is negative comes as more than the largest positive one. */
export function signedNumber(value: number): number {
  return value >= 2 ** 63 ? value - 2 ** 64 : value;
}
