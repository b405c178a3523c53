import type { Misfit } from './body-shape';

/**
 * In the one API whose body is the same for all models: records with tools fail, as AWS's page has it.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/batch-inference.html
 */
export const TOOLS: Misfit = {
  text: "must be left out, for batch inference with Converse does not support tools: with 'modelInvocationType: ModelInvocationType.INVOKE_MODEL', records have them as the model itself takes them",
};

/** What one version of that page says batch inference does not support, and another one says it does. */
function disputed(what: string, warning: string): Misfit {
  const text = `may be refused, for AWS's pages disagree on whether batch inference supports ${what}: acknowledge the warning when a job has taken it`;
  return { text, warning };
}

/** In the bodies of models. */
export const MODEL_TOOLS = disputed('tools with InvokeModel', 'recordTools');
/** @see https://docs.aws.amazon.com/bedrock/latest/userguide/structured-output.html */
export const STRUCTURED_OUTPUT = disputed('structured output', 'recordStructuredOutput');

/** Of a model whose body has no such member, as the call itself says it. */
export const STREAMING: Misfit = {
  text: 'must be left out, for batch inference does not stream: each answer is written to S3 as a whole',
};
/** Of a model whose body may say that it does not stream. */
export const MODEL_STREAMING: Misfit = { ...STREAMING, warning: 'recordStreaming' };

/** The job says it for all records. */
export const MODEL_NAME: Misfit = { text: 'must be left out, for the job says which model it is' };

/**
 * Of all models: "It is not supported with the batch inference API."
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-caching.html
 */
export const CACHING: Misfit = {
  text: "should be left out, for AWS's page says that batch inference does not support prompt caching",
  warning: 'recordCaching',
};
