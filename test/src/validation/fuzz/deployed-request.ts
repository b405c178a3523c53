import { smallest } from '../../../../scripts/constraint-check/sample-value';
import type { OperationModel } from '../../../../src/validation/service-model/operation-model';
import type { Shape } from '../../../../src/validation/service-model/service-model';

/**
 * What CloudFormation makes of a request in a template: numbers and booleans become texts. What only the deployment
 * knows, and what there was a warning of, becomes a value that the model allows.
 */
export function deployedRequest(
  model: OperationModel,
  request: { readonly [member: string]: unknown },
  warned: ReadonlySet<string>,
): { [member: string]: unknown } {
  return deployed(model, model.request, request, '', warned) as { [member: string]: unknown };
}

function deployed(
  model: OperationModel,
  shape: Shape | undefined,
  value: unknown,
  path: string,
  warned: ReadonlySet<string>,
): unknown {
  if (shape && (isIntrinsic(value) || warned.has(path))) return smallest(model.shapes, shape);
  const inside = (name: string | undefined, each: unknown, at: string) =>
    deployed(model, name === undefined ? undefined : model.shapes[name], each, at, warned);
  if (Array.isArray(value)) return value.map((each, index) => inside(shape?.item, each, `${path}[${index}]`));
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key,
      inside(shape?.members?.[key] ?? shape?.value, each, path === '' ? key : `${path}.${key}`),
    ]),
  );
}

function isIntrinsic(value: unknown): boolean {
  if (value === null || typeof value !== 'object') return false;
  const [name, ...others] = Object.keys(value);
  return others.length === 0 && (name === 'Ref' || name?.startsWith('Fn::') === true);
}
