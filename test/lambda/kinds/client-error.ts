/** An error as the clients of the AWS SDK throw it: many are in no service's model, so that only the name tells them apart. */
export function clientError(name: string, message = 'no', httpStatusCode = 400): Error {
  return Object.assign(new Error(message), { name, $fault: 'client', $metadata: { httpStatusCode } });
}
