import type { CustomizationType } from '../src/bedrock/customization/customization-type';
import type { RecordForm } from '../src/bedrock/evaluation/data/evaluation-forms';

/** What a file was read as. */
export type InputKind = 'model archive' | 'model' | 'model folder' | 'records' | 'training data' | 'prompts' | 'data';

/** Something that was found in a file. */
export interface CheckFinding {
  readonly severity: 'error' | 'warning';
  /**
   * The id by which a job acknowledges the warning.
   *
   * @default - it is an error
   */
  readonly id?: string;
  readonly text: string;
}

/** What a file turned out to be. */
export interface CheckedFile {
  readonly path: string;
  readonly kind: InputKind;
  /** The frameworks, as the API spells them, whose model Neo would take it for; none for what is no model. */
  readonly frameworks?: readonly string[];
  /** The `dataInputConfig` that a job would send, where the model says all of it. */
  readonly dataInputConfig?: string;
  /** What is left to say of the inputs, where the model leaves it open. */
  readonly openInputs?: string;
  /** The customization that training data was read for, as the API calls it. */
  readonly customizationType?: CustomizationType;
  /** What prompts of an evaluation were read as. */
  readonly recordForm?: RecordForm;
  /** The family of models that records were compared with. */
  readonly modelFamily?: string;
  /** What was not looked at, and why. */
  readonly note?: string;
  readonly findings: readonly CheckFinding[];
}

/** What a reader has found. */
interface ReadFile {
  readonly errors: readonly string[];
  readonly warnings: readonly { readonly id: string; readonly text: string }[];
}

/** A path at which there was nothing to read, and why. */
export interface UnreadFile {
  readonly path: string;
  readonly reason: string;
}

export function errorFinding(text: string): CheckFinding {
  return { severity: 'error', text };
}

/** @param id The id without the library's own prefix. */
export function warningFinding(id: string, text: string): CheckFinding {
  return { severity: 'warning', id: `cdk-ml-jobs:${id}`, text };
}

export function findingsOf({ errors, warnings }: ReadFile): CheckFinding[] {
  return [...errors.map(errorFinding), ...warnings.map(({ id, text }) => warningFinding(id, text))];
}

/** How many findings there are of a severity. */
export function countOf(severity: CheckFinding['severity'], files: readonly CheckedFile[]): number {
  return files.flatMap(({ findings }) => findings).filter((finding) => finding.severity === severity).length;
}
