/** An error as the SageMaker client throws it: most are not in the service's model, so that only the name tells them apart. */
export function sageMakerError(name: string, message = 'no', httpStatusCode = 400): Error {
  return Object.assign(new Error(message), { name, $fault: 'client', $metadata: { httpStatusCode } });
}
