import { accessesTo } from '../../iam/access';
import { bucketAccesses, inFolder, listingAccesses, objectAccesses, type ObjectPlace } from '../../iam/object-accesses';
import { orFailed, type RoleAccess } from '../../iam/role-access';
import { asJsonObject, type JsonObject, type JsonValue } from '../../json-value';
import { jobLogAccesses } from '../job-log-accesses';
import { asClientError, resultKey } from '../sagemaker-accesses';
import { neoVpcAccesses } from '../vpc-accesses';

const LOG_GROUP = '/aws/sagemaker/CompilationJobs';

/**
 * What Neo does with the role of a compilation job. It passes the errors of other services on as they are.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/neo-troubleshooting.html
 */
export function compilationAccesses(request: JsonObject, place: ObjectPlace): RoleAccess[] {
  const { CompilationJobName: name, ModelPackageVersionArn: modelPackage, OutputConfig } = request;
  const input = asJsonObject(request.InputConfig).S3Uri;
  const { S3OutputLocation: output, KmsKeyId: keyId } = asJsonObject(OutputConfig);
  return [
    ...orFailed(
      [
        ...neoVpcAccesses(request, place.owner),
        ...(modelPackage === undefined ? [] : accessesTo(String(modelPackage), ['sagemaker:DescribeModelPackage'])),
        ...(input === undefined ? [] : readModel(place, String(input))),
        ...bucketAccesses(place, String(output)),
        ...writeModel(place, String(output), keyId),
      ],
      asClientError,
    ),
    ...jobLogAccesses(place.owner, LOG_GROUP, String(name)),
  ];
}

function readModel(place: ObjectPlace, uri: string) {
  return [...listingAccesses(place, uri), ...objectAccesses(place, { uri, actions: ['s3:GetObject'] })];
}

function writeModel(place: ObjectPlace, location: string, keyId: JsonValue | undefined) {
  const uri = inFolder(location, 'model.tar.gz');
  return objectAccesses(place, { uri, actions: ['s3:PutObject'], keyId: resultKey(keyId) });
}
