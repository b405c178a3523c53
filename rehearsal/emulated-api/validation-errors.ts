import { ServiceError } from './service-error';

/** A member of a request that breaks a constraint of the service's model. */
export interface Violation {
  /** Such as `InputConfig.S3Uri`. */
  readonly path: string;
  /** As the service writes it. */
  readonly value: string;
  readonly constraint: string;
}

/** All violations of a request in one error, in the service's words. */
export function validationErrors(violations: readonly Violation[]): ServiceError {
  const count = `${violations.length} validation error${violations.length > 1 ? 's' : ''} detected`;
  const texts = violations.map(
    ({ path, value, constraint }) =>
      `Value ${value} at '${camelCase(path)}' failed to satisfy constraint: ${constraint}`,
  );
  return ServiceError.validation(`${count}: ${texts.join('; ')}`);
}

function camelCase(path: string): string {
  return path
    .split('.')
    .map((name) => name.charAt(0).toLowerCase() + name.slice(1))
    .join('.');
}
