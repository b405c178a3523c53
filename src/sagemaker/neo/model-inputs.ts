import { dataInputMember, dataInputWarning } from './data-input-member';
import { readsOrder } from './input-order';
import { neoFramework } from './neo-frameworks';
import { EXAMPLE_SIZE, MOST_SHOWN, neoShape, shapeText } from './neo-inputs';
import { type Finding, refusal } from '../../validation/finding';
import { isPlainObject } from '../../validation/plain-object';
import { isUnknown } from '../../validation/unknown-value';
import type { Dimension, ModelInput } from '../model-archive/content/file-facts';

const PROPERTY = 'dataInputConfig';

/** Whether inputs that are given are those of the model: their names, how many dimensions they have, and fixed sizes. */
export function* modelInputRules(given: unknown, framework: string, inputs: readonly ModelInput[]): Iterable<Finding> {
  if (!isPlainObject(given) || isUnknown(given) || inputs.length === 0) return;
  const names = Object.keys(given);
  const wanted = new Map(inputs.map((input) => [input.name, input]));
  const unknown = names.filter((name) => !wanted.has(name) && !isUnknown(name));
  const missing = inputs.filter(({ name, isOptional }) => !isOptional && !names.includes(name));
  if (unknown.length > 0 || (missing.length > 0 && !names.some(isUnknown))) {
    const list = inputs.slice(0, MOST_SHOWN).map(({ name, shape }) => inputText(framework, name, shape));
    const text = `have the inputs that the model has: ${list.join(', ')}, got ${quoted(names)}`;
    yield finding(PROPERTY, text, !neoFramework(framework)?.hasUncertainNames);
    return;
  }
  yield* orderRule(names, framework, inputs);
  for (const name of names) yield* shapeRule(name, given[name], framework, wanted.get(name)?.shape);
}

function* shapeRule(
  name: string,
  given: unknown,
  framework: string,
  shape: readonly Dimension[] | undefined,
): Iterable<Finding> {
  if (!shape || !Array.isArray(given) || isUnknown(given)) return;
  const sizes: readonly unknown[] = given;
  if (sizes.some((size) => typeof size !== 'number' || isUnknown(size))) return;
  const wanted = neoShape(framework, shape);
  const fits =
    sizes.length === wanted.length &&
    wanted.every((size, index) => typeof size !== 'number' || isBatch(size, index) || sizes[index] === size);
  if (fits) return;
  const text = `be ${shapeText(wanted)}, as the model has it${layoutText(framework, shape)}, got ${JSON.stringify(given)}`;
  yield finding(`${PROPERTY}.${name}`, text, !neoFramework(framework)?.hasUncertainSizes);
}

/** Neo's documentation asks for the inputs of some frameworks in their order. */
function* orderRule(names: readonly string[], framework: string, inputs: readonly ModelInput[]): Iterable<Finding> {
  if (!readsOrder(framework)) return;
  const order = inputs.map(({ name }) => name).filter((name) => names.includes(name));
  if (order.length !== names.length || order.every((name, index) => name === names[index])) return;
  const advice = 'DataInputConfig.fromString() keeps any order';
  yield finding(
    PROPERTY,
    `have the inputs in the order of the model: ${quoted(order)}, got ${quoted(names)}: ${advice}`,
  );
}

function finding(property: string, text: string, isCertain = false): Finding {
  return isCertain ? refusal(dataInputMember(property), `must ${text}`) : dataInputWarning(property, `should ${text}`);
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `'${name}'`).join(', ') || 'none';
}

/** Neo takes models for batches of another size than the one that they were exported with. */
function isBatch(size: number, index: number): boolean {
  return index === 0 && size === EXAMPLE_SIZE;
}

function layoutText(framework: string, shape: readonly Dimension[]): string {
  return neoFramework(framework)?.hasChannelsLast && shape.length === 4 ? ', with the channels first (NCHW)' : '';
}

function inputText(framework: string, name: string, shape: readonly Dimension[] | undefined): string {
  return `'${name}'${shape ? ` ${shapeText(neoShape(framework, shape))}` : ''}`;
}
