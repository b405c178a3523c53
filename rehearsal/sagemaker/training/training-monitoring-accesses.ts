import { accessesTo, type Access } from '../../iam/access';
import { imageAccesses } from '../../iam/image-accesses';
import { bucketAccesses, inFolder, objectAccesses } from '../../iam/object-accesses';
import { orFailed, orUnnoticed, type RoleAccess } from '../../iam/role-access';
import { asJsonObject, type JsonObject, type JsonValue } from '../../json-value';
import { jobLogAccesses } from '../job-log-accesses';
import { asClientError, objectsIn, type JobPlace } from '../sagemaker-accesses';

/** Rules are evaluated in processing jobs, with the role of the training job. */
const RULE_LOG_GROUP = '/aws/sagemaker/ProcessingJobs';

const REMOTE_DEBUG_ACTIONS = ['CreateControlChannel', 'CreateDataChannel', 'OpenControlChannel', 'OpenDataChannel'];

/** The rules of a job, of either kind. */
export function rulesOf({ DebugRuleConfigurations, ProfilerRuleConfigurations }: JsonObject): JsonObject[] {
  return [...objectsIn(DebugRuleConfigurations), ...objectsIn(ProfilerRuleConfigurations)];
}

/**
 * What watching a training job takes: its folders in S3, the rules, and the agent of Systems Manager.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/train-debugger.html
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/train-remote-debugging.html
 */
export function monitoringAccesses(request: JsonObject, place: JobPlace): RoleAccess[] {
  const name = String(request.TrainingJobName);
  const { EnableRemoteDebug: isDebugged } = asJsonObject(request.RemoteDebugConfig);
  const folders = [request.DebugHookConfig, request.TensorBoardOutputConfig, request.ProfilerConfig].map(
    (config) => asJsonObject(config).S3OutputPath,
  );
  return [
    ...orFailed(
      folders.flatMap((path) => folderAccesses(path, name, place)),
      asClientError,
    ),
    ...rulesOf(request).flatMap((rule) => ruleAccesses(rule, name, place)),
    ...orUnnoticed(
      isDebugged === true
        ? accessesTo(
            '*',
            REMOTE_DEBUG_ACTIONS.map((action) => `ssmmessages:${action}`),
          )
        : [],
    ),
  ];
}

/** A rule that cannot be evaluated is in error; the job itself goes on. */
function ruleAccesses({ RuleEvaluatorImage: image, S3OutputPath: path }: JsonObject, name: string, place: JobPlace) {
  return [
    ...orUnnoticed([...imageAccesses(String(image)), ...folderAccesses(path, name, place)]),
    ...jobLogAccesses(place.owner, RULE_LOG_GROUP, `${name}/rule`),
  ];
}

/** What is written while the job runs is read again: by rules, and by a job that goes on. */
function folderAccesses(path: JsonValue | undefined, name: string, place: JobPlace): Access[] {
  if (path === undefined) return [];
  const uri = inFolder(`${String(path).replace(/\/$/, '')}/${name}/`, 'data');
  return [...bucketAccesses(place, uri), ...objectAccesses(place, { uri, actions: ['s3:PutObject', 's3:GetObject'] })];
}
