/** An error that an emulated service answers a call with. */
export class ServiceError extends Error {
  public static validation(message: string): ServiceError {
    return new ServiceError('ValidationException', message);
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
