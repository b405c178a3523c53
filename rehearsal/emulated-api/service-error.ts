import type { ServiceText } from '../../unconfirmed/unconfirmed-fact';

/** An error that an emulated service answers a call with. */
export class ServiceError extends Error {
  public static validation(message: string): ServiceError {
    return new ServiceError('ValidationException', message);
  }

  /** The error of a text that has the name of one. */
  public static of(says: ServiceText | undefined): ServiceError | undefined {
    return says?.code === undefined ? undefined : new ServiceError(says.code, says.text);
  }

  public static serialization(message: string): ServiceError {
    return new ServiceError('SerializationException', message);
  }

  constructor(
    /** The error's code, as in the service's API reference. */
    public readonly code: string,
    message: string,
    /** Of HTTP. @default - what the service's protocol has for the code */
    public readonly statusCode?: number,
  ) {
    super(message);
    this.name = code;
  }
}
