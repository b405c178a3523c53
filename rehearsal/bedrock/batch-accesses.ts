import { isProfile, modelAccesses } from './model-accesses';
import { arnIn } from '../environment';
import { accessesTo, type Access } from '../iam/access';
import { bucketAccesses, inFolder, listingAccesses, objectAccesses, type ObjectPlace } from '../iam/object-accesses';
import { orFailed, type RoleAccess } from '../iam/role-access';
import { tagContext } from '../iam/tag-context';
import { asJsonObject, type JsonObject, type JsonValue } from '../json-value';

/** The tags that Bedrock puts on the network interfaces of a job. */
const MANAGED_TAG = 'BedrockManaged';
const BATCH_JOB_TAG = 'BedrockModelInvocationJobArn';

export interface BatchJob {
  readonly id: string;
  readonly arn: string;
  readonly request: JsonObject;
}

/**
 * What Bedrock does with the role of a batch inference job: it looks at the input while it validates the job.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/batch-iam-sr.html
 */
export function batchAccesses(job: BatchJob, place: ObjectPlace): RoleAccess[] {
  const { id, request } = job;
  const input = asJsonObject(asJsonObject(request.inputDataConfig).s3InputDataConfig);
  const output = asJsonObject(asJsonObject(request.outputDataConfig).s3OutputDataConfig);
  const modelId = String(request.modelId);
  const results = `${String(output.s3Uri).replace(/\/$/, '')}/${id}/`;
  return orFailed(
    [
      ...listingAccesses(place, String(input.s3Uri), ownerOf(input)),
      ...objectAccesses(place, {
        uri: inFolder(String(input.s3Uri), 'records.jsonl'),
        actions: ['s3:GetObject'],
        ...text('bucketOwner', input.s3BucketOwner),
      }),
      ...bucketAccesses(place, String(output.s3Uri), ownerOf(output)),
      ...objectAccesses(place, {
        uri: inFolder(results, 'manifest.json.out'),
        actions: ['s3:PutObject', 's3:GetObject'],
        ...text('bucketOwner', output.s3BucketOwner),
        ...text('keyId', output.s3EncryptionKeyId),
      }),
      // a model that is called without a profile needs no permission
      ...(isProfile(modelId) ? modelAccesses('bedrock:InvokeModel', modelId, place.owner) : []),
      ...networkAccesses(job, place, BATCH_JOB_TAG),
    ],
    ({ message }) => message,
  );
}

/** The account that a job says owns a bucket. */
function ownerOf({ s3BucketOwner }: JsonObject): string | undefined {
  return typeof s3BucketOwner === 'string' ? s3BucketOwner : undefined;
}

/**
 * What Bedrock does in a VPC with a job's role.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/batch-vpc.html
 *
 * @param jobTag The key of the tag with the job's ARN, which depends on the kind.
 */
export function networkAccesses(
  { arn: job, request }: Pick<BatchJob, 'arn' | 'request'>,
  { owner }: ObjectPlace,
  jobTag: string,
): Access[] {
  if (request.vpcConfig === undefined) return [];
  const { subnetIds, securityGroupIds } = asJsonObject(request.vpcConfig);
  const arn = (type: string, id: string): string => arnIn(owner, 'ec2', `${type}/${id}`);
  const networkInterface = arn('network-interface', '*');
  const subnets = ids(subnetIds).map((id) => arn('subnet', id));
  const groups = ids(securityGroupIds).map((id) => arn('security-group', id));
  const tagged = [
    { key: MANAGED_TAG, value: 'true' },
    { key: jobTag, value: job },
  ];
  const tags = tagContext(tagged, 'key');
  const onOne = (subnetId: string) => ({
    context: { 'ec2:Subnet': arn('subnet', subnetId), [`ec2:ResourceTag/${jobTag}`]: job },
  });
  return [
    ...accessesTo('*', [
      'ec2:DescribeNetworkInterfaces',
      'ec2:DescribeVpcs',
      'ec2:DescribeDhcpOptions',
      'ec2:DescribeSubnets',
      'ec2:DescribeSecurityGroups',
    ]),
    ...accessesTo(networkInterface, ['ec2:CreateNetworkInterface'], { context: tags }),
    // EC2 authorizes the call on these, too, and the tags of the request are not theirs but the new interface's:
    // https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html
    ...[...subnets, ...groups].flatMap((resource) =>
      accessesTo(resource, ['ec2:CreateNetworkInterface'], { context: tagContext([], 'key') }),
    ),
    ...accessesTo(networkInterface, ['ec2:CreateTags'], {
      context: { ...tags, 'ec2:CreateAction': 'CreateNetworkInterface' },
    }),
    ...ids(subnetIds).flatMap((id) =>
      accessesTo(
        networkInterface,
        ['ec2:CreateNetworkInterfacePermission', 'ec2:DeleteNetworkInterfacePermission', 'ec2:DeleteNetworkInterface'],
        onOne(id),
      ),
    ),
  ];
}

function ids(value: JsonValue | undefined): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function text<Name extends string>(name: Name, value: JsonValue | undefined): { readonly [key in Name]?: string } {
  return (typeof value === 'string' ? { [name]: value } : {}) as { readonly [key in Name]?: string };
}
