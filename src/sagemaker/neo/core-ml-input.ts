import { dataInputMember, dataInputWarning } from './data-input-member';
import { allowsShape, fixedShapeRules, shapeRules } from './input-shape';
import { type Finding, mustBe, refusal } from '../../validation/finding';
import { isPlainObject } from '../../validation/plain-object';
import { isUnknown } from '../../validation/unknown-value';

const MEMBERS = ['shape', 'default_shape', 'type', 'bias', 'scale'];
const TYPES = ['Image', 'Tensor'];
/** What an input has to have where it is an image. */
const OF_IMAGES = ['bias', 'scale'];

/** An input as Core ML takes it: an object with its shape and what else is to be said of it. */
export type CoreMlInput = { readonly [member: string]: unknown };

/** Whether an input is described by an object, and not by its shape alone. */
export function isCoreMlInput(input: unknown): input is CoreMlInput {
  return isPlainObject(input) && !isUnknown(input);
}

/** Whether an object has nothing of what describes an input, but the shapes of inputs by their names. */
export function holdsShapes(input: CoreMlInput): boolean {
  const names = Object.keys(input);
  return names.length > 0 && names.every((name) => !MEMBERS.includes(name) && Array.isArray(input[name]));
}

/**
 * Checks an input as Core ML takes it.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_InputConfig.html
 */
export function* coreMlInputRules(property: string, input: CoreMlInput): Iterable<Finding> {
  const { shape, default_shape: defaultShape, type } = input;
  if (shape === undefined) {
    yield mustBe(dataInputMember(`${property}.shape`), 'given, such as [1, 224, 224, 3]', undefined);
  } else {
    yield* shapeRules(`${property}.shape`, shape);
  }
  if (defaultShape !== undefined) yield* defaultShapeRules(property, shape, defaultShape);
  if (type !== undefined && !isUnknown(type) && !TYPES.includes(type as string)) {
    yield mustBe(dataInputMember(`${property}.type`), `one of ${TYPES.join(', ')}`, type);
  }
  yield* imageRules(property, input);
  const unknown = Object.keys(input).filter((name) => !MEMBERS.includes(name) && !isUnknown(name));
  if (unknown.length > 0) {
    const text = `has ${unknown.join(', ')}, and Neo's documentation has for Core ML: ${MEMBERS.join(', ')}`;
    yield dataInputWarning(property, text);
  }
}

function* defaultShapeRules(property: string, shape: unknown, defaultShape: unknown): Iterable<Finding> {
  const findings = [...fixedShapeRules(`${property}.default_shape`, defaultShape)];
  yield* findings;
  if (findings.length > 0 || allowsShape(shape, defaultShape)) return;
  yield dataInputWarning(`${property}.default_shape`, `is none that '${property}.shape' allows`);
}

function* imageRules(property: string, input: CoreMlInput): Iterable<Finding> {
  const missing = OF_IMAGES.filter((member) => input[member] === undefined);
  if (input.type === 'Image' && missing.length > 0) {
    yield refusal(dataInputMember(property), `must have ${missing.join(' and ')}, for its type is Image`);
  }
  for (const member of OF_IMAGES) {
    const value = input[member];
    if (value === undefined || isNumbers(value)) continue;
    const example = member === 'bias' ? '[-1, -1, -1]' : '0.0078';
    yield mustBe(dataInputMember(`${property}.${member}`), `a number, or a list of them, such as ${example}`, value);
  }
}

function isNumbers(value: unknown): boolean {
  if (isUnknown(value)) return true;
  const numbers: unknown[] = Array.isArray(value) ? value : [value];
  return numbers.length > 0 && numbers.every((each) => isUnknown(each) || Number.isFinite(each));
}
