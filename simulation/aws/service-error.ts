import type { ServiceText } from '../../unconfirmed/unconfirmed-fact';

/** An error of a service as the SDK's clients throw it. */
export class ServiceError extends Error {
  public readonly $metadata: { readonly httpStatusCode: number };

  constructor(name: string, message: string, httpStatusCode = 400) {
    super(message);
    this.name = name;
    this.$metadata = { httpStatusCode };
  }
}

/** The error of a text that has the name of one. */
export function errorOf(says: ServiceText | undefined): ServiceError | undefined {
  return says?.code === undefined ? undefined : new ServiceError(says.code, says.text);
}

/** No answer came in time; nobody knows whether the call had an effect. */
export class TimeoutError extends Error {
  public override readonly name = 'TimeoutError';
}
