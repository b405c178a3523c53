/** An error of a service as the SDK's clients throw it. */
export class ServiceError extends Error {
  public readonly $metadata: { readonly httpStatusCode: number };

  constructor(name: string, message: string, httpStatusCode = 400) {
    super(message);
    this.name = name;
    this.$metadata = { httpStatusCode };
  }
}

/** No answer came in time; nobody knows whether the call had an effect. */
export class TimeoutError extends Error {
  public override readonly name = 'TimeoutError';
}
