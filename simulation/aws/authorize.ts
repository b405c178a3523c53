/** The services that the handler calls. */
export type Service = 'bedrock' | 's3' | 'sagemaker' | 'states';

/** Refuses a call of the handler, or one of the state machine, by throwing the service's error. */
export type Authorize = (
  service: Service | 'cloudformation',
  operation: string,
  input: { readonly [member: string]: unknown },
) => void;
