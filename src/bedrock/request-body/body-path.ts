import { shortened } from '../input/record-fault';

/** Where something is in a request; the index of an item may be left out. */
export function pathText(root: string, path: readonly (string | number)[], index?: string): string {
  const steps = path.map((step) => (typeof step === 'number' ? (index ?? `[${step}]`) : `.${plainName(step)}`));
  return `${root}${steps.join('')}`.replace(/^\./, '');
}

/** A member's name as a message shows it: a record may call it anything. */
function plainName(name: string): string {
  return shortened(name).slice(1, -1);
}
