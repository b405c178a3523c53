import { AUTO_ML_MODEL, IMPORT_MODEL } from './published-models';
import { jobFactsOf } from '../../scripts/service-models/job-facts';

/** What `constraints:update` would write of the kinds. */
export const AUTO_ML_FACTS = jobFactsOf('sagemaker', 'AutoMLJob', AUTO_ML_MODEL, 'botocore 1.2.3');
export const IMPORT_FACTS = jobFactsOf('bedrock', 'ModelImportJob', IMPORT_MODEL, 'botocore 1.2.3');
