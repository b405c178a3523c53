import { coreMlInputRules, holdsShapes, isCoreMlInput } from './core-ml-input';
import { dataInputMember, dataInputWarning } from './data-input-member';
import { isFlexible, shapeRules } from './input-shape';
import { neoFramework } from './neo-frameworks';
import { openInputsText } from './neo-inputs';
import type { NeoTarget } from './neo-target';
import { type Finding, mustBe, refusal } from '../../validation/finding';
import { isPlainObject } from '../../validation/plain-object';
import { shown } from '../../validation/shown';
import { isUnknown } from '../../validation/unknown-value';
import type { ModelInput } from '../model-archive/content/file-facts';

const PROPERTY = 'dataInputConfig';
/** The framework whose newer versions write the inputs into the model. */
const PYTORCH = 'PYTORCH';

/** The most channels that an image has. */
const MOST_CHANNELS = 4;

/** Whether inputs are what a framework and a target need. */
export function* dataInputRules(inputs: unknown, framework: string | undefined, target: NeoTarget): Iterable<Finding> {
  if (framework === undefined || isUnknown(inputs) || !needsInputs(framework)) return;
  const [unnamed] = namedInputRules(inputs, framework);
  if (unnamed) {
    yield unnamed;
    return;
  }
  if (!Array.isArray(inputs) && !isPlainObject(inputs)) {
    yield mustBe(dataInputMember(PROPERTY), `an object of shapes by name, or a list of shapes`, inputs);
    return;
  }
  const all = Object.entries(inputs);
  if (all.length === 0) {
    yield refusal(dataInputMember(PROPERTY), `must have an input for ${framework}, got none`);
  }
  for (const [name, input] of all) {
    if (name.trim() === '') {
      yield mustBe(dataInputMember(PROPERTY), 'shapes by names that are not empty', inputs);
    }
    if (framework === 'MXNET' && Array.isArray(input) && input.length === 0) {
      yield mustBe(dataInputMember(`${PROPERTY}.${name}`), 'a list of sizes, such as [1, 3, 224, 224]', input);
    }
    yield* inputRules(Array.isArray(inputs) ? `${PROPERTY}[${name}]` : `${PROPERTY}.${name}`, input, target);
    if (neoFramework(framework)?.hasChannelsLast) yield* channelRules(`${PROPERTY}.${name}`, framework, input);
  }
}

/** Whether the inputs have names where those of the framework do. */
function* namedInputRules(inputs: unknown, framework: string): Iterable<Finding> {
  if (!Array.isArray(inputs) || isUnknown(inputs) || neoFramework(framework)?.inputs !== 'by-name') return;
  const allowed = `an object of shapes by name for ${framework}, for example DataInputConfig.fromObject({ input: [1, 3, 224, 224] })`;
  yield mustBe(dataInputMember(PROPERTY), allowed, inputs);
}

/** Whether inputs are given where Neo needs them. */
export function* missingDataInputRules(
  framework: string | undefined,
  version: string | undefined,
  model?: readonly ModelInput[],
): Iterable<Finding> {
  if (framework === undefined || !needsInputs(framework)) return;
  const isNewer = framework === PYTORCH && version !== undefined && Number.parseInt(version, 10) >= 2;
  if (isNewer) return;
  const unless = framework === PYTORCH ? ' unless version 2.0 or later has saved the model' : '';
  yield dataInputWarning(
    PROPERTY,
    `is not given, and Neo's documentation asks for the inputs of ${framework} models${unless}${model ? `; ${openInputsText(framework, model)}` : ''}`,
  );
}

/** Whether Neo has to be told the inputs of a framework's models. */
function needsInputs(framework: string): boolean {
  const { inputs = 'none' } = neoFramework(framework) ?? {};
  return inputs !== 'none';
}

function* inputRules(property: string, input: unknown, target: NeoTarget): Iterable<Finding> {
  const isDescribed = isCoreMlInput(input);
  if (isDescribed && holdsShapes(input)) {
    const allowed = `a shape, and not an object with shapes by name: take one level away, so that it is ${shown(input)}`;
    yield mustBe(dataInputMember(property), allowed, input);
    return;
  }
  if (isDescribed) yield* coreMlInputRules(property, input);
  else yield* shapeRules(property, input);
  if (target.kind === undefined || target.kind === 'coreml') return;
  if (!isDescribed && !isFlexible(input)) return;
  const what = isDescribed ? 'is an object with a shape' : 'has more than one size';
  yield dataInputWarning(
    property,
    `${what}, which Neo's documentation has for the device coreml only: for ${target.name}, give a list of whole numbers`,
  );
}

/** Whether the channels are where Neo wants them. */
function* channelRules(property: string, framework: string, shape: unknown): Iterable<Finding> {
  if (!Array.isArray(shape) || isUnknown(shape) || shape.length !== 4) return;
  const [, channels, , last] = shape as unknown[];
  if (!isKnownNumber(channels) || !isKnownNumber(last)) return;
  if (channels <= MOST_CHANNELS || last > MOST_CHANNELS) return;
  yield dataInputWarning(
    property,
    `looks as if the channels come last: Neo takes the shapes of ${framework} models with the channels first (NCHW)`,
  );
}

function isKnownNumber(value: unknown): value is number {
  return typeof value === 'number' && !isUnknown(value);
}
