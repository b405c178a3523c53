import { ServiceError } from '../../emulated-api/service-error';
import { validationErrors } from '../../emulated-api/validation-errors';
import { asJsonObject, isJsonObject, type JsonObject } from '../../json-value';

const MAX_RUNTIME_SECONDS = 28 * 86_400;
/** What only a job without instances of its own may leave out. */
const CLASSIC_MEMBERS = ['AlgorithmSpecification', 'ResourceConfig', 'StoppingCondition'];

/** Refuses a request for a training job whose members do not fit together. */
export function checkTrainingRequest(request: JsonObject): void {
  if (request.ServerlessJobConfig !== undefined) return;
  const missing = CLASSIC_MEMBERS.filter((path) => request[path] === undefined);
  if (missing.length > 0) {
    const constraint = 'Member must not be null';
    throw validationErrors(missing.map((path) => ({ path, value: 'null', constraint })));
  }
  checkAlgorithm(asJsonObject(request.AlgorithmSpecification));
  checkResources(asJsonObject(request.ResourceConfig));
  checkTimeLimits(asJsonObject(request.StoppingCondition), request.EnableManagedSpotTraining === true);
  checkChannels(request);
}

function checkAlgorithm({ TrainingImage: image, AlgorithmName: name }: JsonObject): void {
  if ((image === undefined) !== (name === undefined)) return;
  throw ServiceError.validation('Exactly one of TrainingImage and AlgorithmName must be provided.');
}

function checkResources(resources: JsonObject): void {
  const single = [resources.InstanceType, resources.InstanceCount].filter((member) => member !== undefined).length;
  if (resources.InstanceGroups === undefined ? single === 2 : single === 0) return;
  throw ServiceError.validation('Either InstanceType and InstanceCount or InstanceGroups must be provided.');
}

function checkTimeLimits({ MaxRuntimeInSeconds: run, MaxWaitTimeInSeconds: wait }: JsonObject, spot: boolean): void {
  if (Number(run ?? 0) > MAX_RUNTIME_SECONDS) {
    throw invalid(`MaxRuntimeInSeconds. It must be less than or equal to ${MAX_RUNTIME_SECONDS}`);
  }
  if (!spot && wait !== undefined) {
    throw invalid('MaxWaitTimeInSeconds. It is only supported when EnableManagedSpotTraining is set to true');
  }
  if (spot && !(Number(wait) >= Number(run ?? 0))) {
    throw invalid('MaxWaitTimeInSeconds. It must be present and be greater than or equal to MaxRuntimeInSeconds');
  }
}

function checkChannels({ InputDataConfig: channels, VpcConfig: vpc }: JsonObject): void {
  const sources = Array.isArray(channels) ? channels.filter(isJsonObject) : [];
  const names = sources.map(({ ChannelName: name }) => String(name));
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw ServiceError.validation(`Channel names must be unique: ${twice} is used twice.`);
  const files = sources.some(({ DataSource: source }) => asJsonObject(source).FileSystemDataSource !== undefined);
  if (files && vpc === undefined) {
    throw ServiceError.validation('VpcConfig must be provided when a channel has a FileSystemDataSource.');
  }
}

function invalid(what: string): ServiceError {
  return ServiceError.validation(`Invalid ${what}`);
}
