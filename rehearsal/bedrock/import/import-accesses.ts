import type { Supposition } from '../../../unconfirmed/supposition';
import { inFolder, listingAccesses, objectAccesses, type ObjectPlace } from '../../iam/object-accesses';
import { orFailed, type RoleAccess } from '../../iam/role-access';
import { asJsonObject, type JsonObject } from '../../json-value';
import { networkAccesses } from '../batch-accesses';
import type { JobId } from '../bedrock-jobs';
import { customModelKeyAccesses } from '../customization/custom-model-key';

const JOB_TAG = 'BedrockModelImportJobArn';

/** Where the files of a model are. */
export function sourceOf({ modelDataSource }: JsonObject): string {
  return String(asJsonObject(asJsonObject(modelDataSource).s3DataSource).s3Uri);
}

/**
 * What Bedrock does with the role of a model import job.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-import-iam-role.html
 */
export function importAccesses(
  job: JobId & { readonly request: JsonObject },
  place: ObjectPlace,
  supposition: Supposition,
): RoleAccess[] {
  const { request } = job;
  const uri = sourceOf(request);
  return orFailed(
    [
      ...listingAccesses(place, uri),
      ...objectAccesses(place, { uri: inFolder(uri, 'config.json'), actions: ['s3:GetObject'] }),
      ...customModelKeyAccesses(
        { who: 'role', purpose: 'make', keyId: request.importedModelKmsKeyId },
        place,
        supposition,
      ),
      ...networkAccesses(job, place, JOB_TAG),
    ],
    ({ message }) => message,
  );
}
