import type { ReadingScope } from '../../../local-file/reading-scope';

/** What is looked at in the folder of a model that is imported, and what is not. */
export const FOLDER_SCOPES: readonly ReadingScope[] = [
  {
    input: 'models to be imported into Bedrock',
    looksAt: [
      '`config.json`: architecture, quantization, context',
      'the headers of safetensors: types, and whether files are whole',
      'the files that the index names, or without it, that the names of parts say',
      'the files and the class of the tokenizer',
      'Git LFS pointers, adapters alone, GGUF',
      'the size of all weights',
    ],
    leaves: ['weights', 'chat templates', 'folders in the folder', 'hidden files'],
  },
];
