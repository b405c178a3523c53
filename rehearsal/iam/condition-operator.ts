import { BlockList, isIP } from 'node:net';
import { matchesArn, matchesText } from './wildcard';

type Test = (value: string, wanted: string) => boolean;

const equal: Test = (value, wanted) => value === wanted;
const numbers =
  (compare: (a: number, b: number) => boolean): Test =>
  (value, wanted) =>
    compare(Number(value), Number(wanted));
const dates =
  (compare: (a: number, b: number) => boolean): Test =>
  (value, wanted) =>
    compare(Date.parse(value), Date.parse(wanted));

const TESTS: Readonly<Record<string, Test>> = {
  StringEquals: equal,
  StringEqualsIgnoreCase: (value, wanted) => value.toLowerCase() === wanted.toLowerCase(),
  StringLike: (value, wanted) => matchesText(wanted, value),
  ArnEquals: (value, wanted) => matchesArn(wanted, value),
  ArnLike: (value, wanted) => matchesArn(wanted, value),
  Bool: (value, wanted) => value.toLowerCase() === wanted.toLowerCase(),
  BinaryEquals: equal,
  IpAddress: isInBlock,
  NumericEquals: numbers((a, b) => a === b),
  NumericLessThan: numbers((a, b) => a < b),
  NumericLessThanEquals: numbers((a, b) => a <= b),
  NumericGreaterThan: numbers((a, b) => a > b),
  NumericGreaterThanEquals: numbers((a, b) => a >= b),
  DateEquals: dates((a, b) => a === b),
  DateLessThan: dates((a, b) => a < b),
  DateLessThanEquals: dates((a, b) => a <= b),
  DateGreaterThan: dates((a, b) => a > b),
  DateGreaterThanEquals: dates((a, b) => a >= b),
};

/** Operators that say the opposite: without a quantifier, they hold where the key is missing, too. */
const NEGATIONS: Readonly<Record<string, string>> = {
  StringNotEquals: 'StringEquals',
  StringNotEqualsIgnoreCase: 'StringEqualsIgnoreCase',
  StringNotLike: 'StringLike',
  ArnNotEquals: 'ArnEquals',
  ArnNotLike: 'ArnLike',
  NotIpAddress: 'IpAddress',
  NumericNotEquals: 'NumericEquals',
  DateNotEquals: 'DateEquals',
};

/** Says whether the rehearsal knows an operator, which is written here without quantifier and `IfExists`. */
export function isOperator(name: string): boolean {
  return name in TESTS || isNegation(name);
}

export function isNegation(name: string): boolean {
  return name in NEGATIONS;
}

/** Compares a value of a request with one of a policy; a negation is compared like the operator that it negates. */
export function compareText(name: string, value: string, wanted: string): boolean {
  return TESTS[NEGATIONS[name] ?? name](value, wanted);
}

/** Says whether an address is in a block such as `10.0.0.0/8`, or is the address that is wanted. */
function isInBlock(address: string, block: string): boolean {
  const [network, prefix] = block.split('/');
  const families = [isIP(address), isIP(network)];
  if (families[0] === 0 || families[0] !== families[1]) return false;
  const family = families[0] === 4 ? 'ipv4' : 'ipv6';
  const blocks = new BlockList();
  blocks.addSubnet(network, Number(prefix ?? (families[0] === 4 ? 32 : 128)), family);
  return blocks.check(address, family);
}
