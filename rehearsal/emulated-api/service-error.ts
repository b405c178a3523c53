/** An error that an emulated service answers a call with. */
export class ServiceError extends Error {
  public static validation(message: string): ServiceError {
    return new ServiceError('ValidationException', message);
  }

  public static serialization(message: string): ServiceError {
    return new ServiceError('SerializationException', message);
  }

  public static throttling(): ServiceError {
    return new ServiceError('ThrottlingException', 'Rate exceeded');
  }

  public static internalFailure(): ServiceError {
    return new ServiceError('InternalFailure', 'The request processing has failed because of an unknown error.', 500);
  }

  public static serviceUnavailable(): ServiceError {
    return new ServiceError(
      'ServiceUnavailable',
      'The request has failed due to a temporary failure of the server.',
      503,
    );
  }

  constructor(
    /** The error's code, as in the service's API reference. */
    public readonly code: string,
    message: string,
    public readonly statusCode: number = 400,
  ) {
    super(message);
    this.name = code;
  }
}
