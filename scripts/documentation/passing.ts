/** What differs from one rehearsal to the next: the time of day, how long the machine took, and ids of requests. */
const PASSING: readonly (readonly [RegExp, string])[] = [
  [/\d+:\d\d:\d\d\s[AP]M/g, 'now'],
  [/\([\d.]+ s real\)/g, '(… s real)'],
  [/\(RequestId: [\w-]+\)/g, '(RequestId: …)'],
];

/** Says whether two texts that rehearsals have printed differ in nothing but what passes. */
export function sameButForWhatPasses(a: string, b: string): boolean {
  return lasting(a) === lasting(b);
}

function lasting(text: string): string {
  return PASSING.reduce((rest, [pattern, name]) => rest.replace(pattern, name), text);
}
