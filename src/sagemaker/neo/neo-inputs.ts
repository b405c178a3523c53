import { neoFramework } from './neo-frameworks';
import type { Dimension, ModelInput } from '../model-archive/content/file-facts';

/** What an open dimension is in an example: one record at a time. */
export const EXAMPLE_SIZE = 1;
/** What the open height and width of an image are in one. */
const EXAMPLE_IMAGE_SIZE = 224;
/** How many dimensions images have. */
const IMAGE_RANK = 4;
/** A shape as an example, where a model says nothing of it. */
const EXAMPLE_SHAPE = [EXAMPLE_SIZE, 3, EXAMPLE_IMAGE_SIZE, EXAMPLE_IMAGE_SIZE];
/** How many inputs a message has. */
export const MOST_SHOWN = 10;

/** The inputs of a model as Neo takes them, where the model says all of it. */
export function fixedInputs(
  framework: string,
  inputs: readonly ModelInput[],
): { [name: string]: readonly Dimension[] } | undefined {
  if (inputs.length === 0 || inputs.some(isOpen) || inputs.some(({ isOptional }) => isOptional)) return undefined;
  return Object.fromEntries(inputs.map((input) => [input.name, neoShape(framework, input.shape!)]));
}

/** What to give where the model leaves something open. */
export function openInputsText(framework: string, inputs: readonly ModelInput[]): string {
  const open = inputs
    .filter(isOpen)
    .slice(0, MOST_SHOWN)
    .map(({ name, shape }) => `'${name}' ${shape ? shapeText(shape) : 'of any shape'}`);
  const example = inputs.slice(0, MOST_SHOWN).map(({ name, shape = EXAMPLE_SHAPE }) => {
    const sizes = shape.map((size, index) => {
      if (typeof size === 'number') return size;
      return index > 0 && shape.length === IMAGE_RANK ? EXAMPLE_IMAGE_SIZE : EXAMPLE_SIZE;
    });
    return [name, neoShape(framework, sizes)];
  });
  const text = JSON.stringify(Object.fromEntries(example));
  return `the model leaves sizes open (${open.join(', ')}): say them, for example DataInputConfig.fromObject(${text})`;
}

/** A shape as Neo wants it: with the channels of an image first. */
export function neoShape(framework: string, shape: readonly Dimension[]): readonly Dimension[] {
  if (!neoFramework(framework)?.hasChannelsLast || shape.length !== IMAGE_RANK) return shape;
  const [batch, height, width, channels] = shape;
  return [batch, channels, height, width];
}

/** A shape as a message shows it. */
export function shapeText(shape: readonly Dimension[]): string {
  return `[${shape.map((size) => (size === '' ? 'any' : size)).join(', ')}]`;
}

function isOpen({ shape }: ModelInput): boolean {
  return shape === undefined || shape.some((size) => typeof size !== 'number');
}
