import type { Stack } from 'aws-cdk-lib';
import type { Draws } from './draws';
import { openValue } from './odd-value';
import { listOf, mapOf, smallest } from '../../../../scripts/constraint-check/sample-value';
import type { OperationModel } from '../../../../src/validation/service-model/operation-model';
import type { Shape } from '../../../../src/validation/service-model/service-model';

/** What draws values: how much of them is wrong or odd is up to it. */
interface ValueDraw {
  readonly stack: Stack;
  readonly draws: Draws;
  orOdd(value: unknown): unknown;
  mostly<Value>(right: readonly Value[], wrong: readonly Value[]): Value;
}

/** Overrides of some members of a request, at any depth: some are as the model has them, some are not. */
export function drawnOverrides(draw: ValueDraw, model: OperationModel): unknown {
  const { draws } = draw;
  const { request } = model;
  // the name, the role and the tags are not the user's to override
  const members = Object.keys(request.members!).filter((member) => !/name$|^rolearn$|tags|token/i.test(member));
  const drawn = Array.from({ length: 1 + draws.below(3) }, () => draws.pick(members));
  return Object.fromEntries(
    drawn.map((member) => [member, drawnValue(draw, model, model.shapes[request.members![member]], 0)]),
  );
}

function drawnValue(draw: ValueDraw, model: OperationModel, shape: Shape, depth: number): unknown {
  const { draws, stack } = draw;
  const { shapes } = model;
  if (draws.chance(0.05)) return openValue(stack, draws);
  const inner = (name: string) => draw.orOdd(drawnValue(draw, model, shapes[name], depth + 1));
  switch (shape.type) {
    case 'structure':
    case 'union': {
      const given = draws.some(Object.keys(shape.members!), depth > 3 ? 0.2 : 0.5);
      const all = [...draw.mostly([shape.required ?? []], [[]]), ...given];
      const unknown = draw.mostly([{}], [{ Unheard: 'of' }]);
      return { ...Object.fromEntries(all.map((member) => [member, inner(shape.members![member])])), ...unknown };
    }
    case 'list':
      if (draws.chance(0.1)) return listOf(shapes, shape, (shape.max ?? 3) + draw.mostly([0], [1]));
      return Array.from({ length: draws.below(3) + (shape.min ?? 0) }, () => inner(shape.item!));
    case 'map':
      if (draws.chance(0.1)) return mapOf(shapes, shape, (shape.max ?? 3) + draw.mostly([0], [1]));
      return { key: inner(shape.value!) };
    case 'string':
      return shape.enum ? draws.pick(shape.enum) : smallest(shapes, shape);
    case 'boolean':
      return draws.pick([true, false, 'true', 'false']);
    case 'document':
      return draws.pick([true, 7, 'seven', { seven: [7, null] }]);
    default: {
      const { min = 1, max = min + 10_000 } = shape;
      const number = draw.mostly([min, max], [min - 1, max + 1, 1.5]);
      return draws.chance(0.2) ? String(number) : number;
    }
  }
}
