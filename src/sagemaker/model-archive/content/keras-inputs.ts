import type { Dimension, ModelInput } from './file-facts';

interface Layer {
  readonly className: unknown;
  readonly name: string;
  readonly config: Members;
}
type Members = { readonly [name: string]: unknown };

/** What Keras calls the layers that stand for inputs. */
const INPUT_LAYER = 'InputLayer';

/** The inputs that the configuration of a Keras model says (Keras 2 and 3); undefined where it does not. */
export function kerasInputs(model: unknown): readonly ModelInput[] | undefined {
  const config = isMembers(model) ? model.config : undefined;
  const layers = layersOf(isMembers(config) ? config.layers : config);
  if (layers.length === 0) return undefined;
  const inputLayers = layers.filter(({ className }) => className === INPUT_LAYER);
  if (isMembers(model) && model.class_name === 'Sequential') {
    const [first] = layers;
    const shape = shapeOf(first.config);
    if (!shape) return undefined;
    // Keras names the input of such a model after its first layer
    return [{ name: first.className === INPUT_LAYER ? first.name : `${first.name}_input`, shape }];
  }
  const order = isMembers(config) ? namesIn(config.input_layers) : [];
  const place = ({ name }: Layer) => (order.includes(name) ? order.indexOf(name) : order.length);
  const inputs = [...inputLayers].sort((one, other) => place(one) - place(other));
  return inputs.length === 0 ? undefined : inputs.map(({ name, config: own }) => ({ name, shape: shapeOf(own) }));
}

function layersOf(layers: unknown): readonly Layer[] {
  if (!Array.isArray(layers)) return [];
  return layers.filter(isMembers).map((layer) => {
    const config = isMembers(layer.config) ? layer.config : {};
    return { className: layer.class_name, name: String(layer.name ?? config.name ?? ''), config };
  });
}

function shapeOf(config: Members): readonly Dimension[] | undefined {
  const shape = config.batch_input_shape ?? config.batch_shape;
  if (!Array.isArray(shape)) return undefined;
  return shape.map((size: unknown) => (typeof size === 'number' && size > 0 ? size : ''));
}

/** `["name", 0, 0]`, or a list of such. */
function namesIn(inputLayers: unknown): readonly string[] {
  if (!Array.isArray(inputLayers)) return [];
  const all: readonly unknown[] = typeof inputLayers[0] === 'string' ? [inputLayers] : inputLayers;
  return all.map((each) => (Array.isArray(each) ? String(each[0]) : ''));
}

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
