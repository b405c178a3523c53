import { Stack } from 'aws-cdk-lib';
import { CfnFileSystem, type IFileSystem } from 'aws-cdk-lib/aws-efs';
import type { TrainingInputContext } from './training-input-context';
import { matchesAction } from '../../access/action-pattern';
import { warning } from '../../validation/finding';
import { report } from '../../validation/noted-findings';
import { isPlainObject } from '../../validation/plain-object';

const MOUNT = 'elasticfilesystem:ClientMount';

/**
 * Checks at synthesis whether a file system of the app lets clients mount it that do not say who they are: the CDK may decide
 * until then. It does not where the flag `@aws-cdk/aws-efs:denyAnonymousAccess` is on, as in every app of `cdk init`, or where
 * anybody is given access by a grant. A client says who it is by the mount helper's option `iam`; SageMaker's API has nothing
 * that asks for it.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_FileSystemDataSource.html
 * @see https://docs.aws.amazon.com/efs/latest/ug/create-file-system-policy.html
 * @see https://github.com/aws/aws-cdk/commit/9c12199401f9eb715e40d3bd79da333cf65a0edf
 */
export function checkAnonymousAccess({ job, member }: TrainingInputContext, fileSystem: IFileSystem): void {
  const resource = fileSystem.node.defaultChild;
  if (!(resource instanceof CfnFileSystem)) return;
  const validate = () => {
    const policy: unknown = Stack.of(resource).resolve(resource.fileSystemPolicy);
    if (policy === undefined || letsAnyoneMount(policy)) return [];
    const text =
      `is in the file system '${fileSystem.node.path}', whose policy lets no client mount it (${MOUNT}) without authorization ` +
      "by IAM: no member of SageMaker's API asks for that, and a job may be refused. Make the file system with " +
      "'allowAnonymousAccess: true': its security group still says who can connect";
    return report(job, [warning('efsAnonymousAccess', member, text)]);
  };
  job.node.addValidation({ validate });
}

/** Whether a statement of a policy allows everyone to mount. What a condition asks of them is left to EFS. */
function letsAnyoneMount(policy: unknown): boolean {
  if (!isPlainObject(policy)) return true;
  return [policy.Statement].flat().some((statement: unknown) => {
    if (!isPlainObject(statement)) return true;
    const { Effect, Principal, Action } = statement;
    const isAnyone = Principal === '*' || (isPlainObject(Principal) && [Principal.AWS].flat().includes('*'));
    return Effect === 'Allow' && isAnyone && [Action].flat().some((each) => isMount(each));
  });
}

function isMount(action: unknown): boolean {
  return typeof action === 'string' && matchesAction(action, MOUNT);
}
