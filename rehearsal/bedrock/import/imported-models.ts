import type { ModelImportJob } from './model-import-job';
import { MadeModels, type MadeModelsOptions } from '../made-models';

/** The imported models of an account in a Region. */
export class ImportedModels extends MadeModels<ModelImportJob> {
  constructor(options: MadeModelsOptions) {
    super(options, {
      kind: 'ModelImportJob',
      noun: 'imported model',
      tags: 'importedModelTags',
      describe: ({ request, name }) => ({ modelName: request.importedModelName, jobName: name }),
    });
  }
}
