import type { Supposition } from '../../../unconfirmed/supposition';
import { arnIn } from '../../environment';
import { accessesTo, type Access } from '../../iam/access';
import { imageAccesses } from '../../iam/image-accesses';
import { bucketAccesses, inFolder, listingAccesses, objectAccesses } from '../../iam/object-accesses';
import { orFailed, type RoleAccess } from '../../iam/role-access';
import { asJsonObject, type JsonObject } from '../../json-value';
import { jobLogAccesses } from '../job-log-accesses';
import { asClientError, type JobPlace, objectsIn, resultKey, sourceAccesses } from '../sagemaker-accesses';
import { neoVpcAccesses } from '../vpc-accesses';

/** What the log groups may be called that nobody has named. */
const LOG_GROUPS: { readonly [alternative: string]: string } = {
  'of-its-own': '/aws/sagemaker/OptimizationJobs',
  'of-compilations': '/aws/sagemaker/CompilationJobs',
  'of-trainings': '/aws/sagemaker/TrainingJobs',
};

/** Where the data lies that speculative decoding learns from, in the form of a data source. */
export function trainingSources(request: JsonObject): JsonObject[] {
  return objectsIn(request.OptimizationConfigs)
    .map((config) => asJsonObject(asJsonObject(config.ModelSpeculativeDecodingConfig).TrainingDataSource))
    .filter(({ S3Uri: uri }) => uri !== undefined);
}

/** Where the model lies, in the form of a data source. */
export function modelSource(request: JsonObject): JsonObject | undefined {
  const { S3Uri } = asJsonObject(asJsonObject(request.ModelSource).S3);
  return S3Uri === undefined ? undefined : { S3DataType: 'S3Prefix', S3Uri };
}

/**
 * What SageMaker does with the role of an optimization job: "Read input data from an S3 bucket. Write model artifacts to an S3 bucket.
 * Write logs to Amazon CloudWatch Logs. Publish metrics to Amazon CloudWatch."
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateOptimizationJob.html
 */
export function optimizationAccesses(request: JsonObject, place: JobPlace, supposition: Supposition): RoleAccess[] {
  const { OptimizationJobName: name, OutputConfig, ModelSource } = request;
  const { S3OutputLocation: output, KmsKeyId: keyId } = asJsonObject(OutputConfig);
  const { ModelName: model } = asJsonObject(asJsonObject(ModelSource).SageMakerModel);
  const source = modelSource(request);
  const images = objectsIn(request.OptimizationConfigs)
    .flatMap((config) => Object.values(config))
    .map((config) => asJsonObject(config).Image);
  const written = { uri: inFolder(String(output), 'config.json'), actions: ['s3:PutObject'], keyId: resultKey(keyId) };
  return [
    ...orFailed(
      [
        ...neoVpcAccesses(request, place.owner),
        ...(model === undefined ? [] : modelAccesses(String(model), place)),
        ...[...(source ? [source] : []), ...trainingSources(request)].flatMap((each) => readAccesses(place, each)),
        ...images.flatMap((image) => (image === undefined ? [] : imageAccesses(String(image)))),
        ...bucketAccesses(place, String(output)),
        ...objectAccesses(place, written),
      ],
      asClientError,
    ),
    ...jobLogAccesses(place.owner, LOG_GROUPS[supposition.nameOf('optimization-log-group')], `${String(name)}/algo-1`),
  ];
}

function modelAccesses(name: string, { owner }: JobPlace): Access[] {
  return accessesTo(arnIn(owner, 'sagemaker', `model/${name.toLowerCase()}`), ['sagemaker:DescribeModel']);
}

function readAccesses(place: JobPlace, source: JsonObject): Access[] {
  return [...listingAccesses(place, String(source.S3Uri)), ...sourceAccesses(place, source)];
}
