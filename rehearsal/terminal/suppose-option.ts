import { Supposition } from '../../unconfirmed/supposition';
import { RehearsalError } from '../rehearsal-error';

/** Reads `--suppose arn-case=lowered`. */
export function supposed(texts: readonly string[]): Supposition {
  try {
    return Supposition.read(texts);
  } catch (error) {
    throw new RehearsalError(`--suppose: ${(error as Error).message}`);
  }
}
