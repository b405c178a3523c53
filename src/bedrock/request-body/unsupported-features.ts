import type { Misfit } from './body-shape';

/**
 * What batch inference does not do.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/batch-inference.html
 */
const TOOLS_TEXT = 'must be left out, for batch inference does not support tools';
const FORMAT_TEXT = 'must be left out, for batch inference does not support structured output';

/** In the one API whose body is the same for all models. */
export const TOOLS: Misfit = { text: TOOLS_TEXT };
export const STRUCTURED_OUTPUT: Misfit = { text: FORMAT_TEXT };

/** In the bodies of models, only the guide says so, and no reference of the API. */
export const MODEL_TOOLS: Misfit = { text: TOOLS_TEXT, warning: 'recordTools' };
export const MODEL_STRUCTURED_OUTPUT: Misfit = { text: FORMAT_TEXT, warning: 'recordStructuredOutput' };

/** Of a model whose body has no such member, as the call itself says it. */
export const STREAMING: Misfit = {
  text: 'must be left out, for batch inference does not stream: each answer is written to S3 as a whole',
};
/** Of a model whose body may say that it does not stream. */
export const MODEL_STREAMING: Misfit = { ...STREAMING, warning: 'recordStreaming' };

/** The job says it for all records. */
export const MODEL_NAME: Misfit = { text: 'must be left out, for the job says which model it is' };
