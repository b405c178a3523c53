import type { ServiceModel, Shape } from '../../src/validation/service-model/service-model';

/** What of a shape is a constraint by being there. */
const FACTS = ['enum', 'pattern', 'min', 'max'] as const;

/**
 * How many constraints a table has for a request: counted in the table itself, and in no other way tested. What is in a shape that
 * has itself in it is counted once.
 */
export function countConstraints({ operations, shapes }: ServiceModel, operation: string): number {
  const inside = (name: string, above: readonly string[]): number => {
    if (above.includes(name)) return 0;
    const { members = {}, required = [], item, key, value } = shapes[name];
    const below = [...Object.values(members), item, value].filter((each) => each !== undefined);
    const keys = key === undefined ? 0 : factsOf(shapes[key]);
    // each member has a type, and what its shape says
    return below.reduce(
      (sum, each) => sum + 1 + factsOf(shapes[each]) + inside(each, [...above, name]),
      required.length + keys,
    );
  };
  return inside(operations[operation], []);
}

function factsOf(shape: Shape): number {
  const isUnion = shape.type === 'union' ? 1 : 0;
  return FACTS.reduce((sum, fact) => (fact in shape ? sum + 1 : sum), isUnion);
}
