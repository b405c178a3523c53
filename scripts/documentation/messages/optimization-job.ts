import { optimizationHint } from '../../../lambda/kinds/optimization-hints';
import type { MessageGroup } from '../message-group';

export const GROUP: MessageGroup = {
  title: 'Optimization jobs',
  hint: optimizationHint,
  messages: [
    'Sharding and quantization are mutually exclusive',
    'A non-zero tensor_parallel_degree is required',
    'The container does not support SageMaker Neo context',
    'The EULA of the model must be accepted',
    'ClientError: Model architecture FalconForCausalLM is not supported',
    'ClientError: timeout error: the optimization exceeded its run time',
    "Could not find model 'mistral'",
    'ClientError: no S3 objects found under the prefix',
    'ClientError: AccessDenied when reading the model',
  ],
};
