/** A number as people read it: `1,000`. */
export function countText(value: number): string {
  // what formats numbers for all languages takes longer to load than many inputs to read
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Lines as a message names them: `line 3`, or `lines 3, 4 and 7`. */
export function linesText(numbers: readonly number[]): string {
  const last = numbers[numbers.length - 1];
  return numbers.length === 1 ? `line ${last}` : `lines ${numbers.slice(0, -1).join(', ')} and ${last}`;
}
