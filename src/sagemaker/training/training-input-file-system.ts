import { Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { IFileSystem as IEfsFileSystem } from 'aws-cdk-lib/aws-efs';
import type { IFileSystem as IFsxFileSystem } from 'aws-cdk-lib/aws-fsx';
import * as iam from 'aws-cdk-lib/aws-iam';
import { checkAnonymousAccess } from './training-efs-access';
import type { TrainingInputContext, TrainingInputSource } from './training-input-context';
import type { TrainingFileSystemOptions } from './training-input-options';
import type { ExpectedValue } from '../../validation/expected-value';
import { mustBe } from '../../validation/finding';
import { inconsistent } from '../../validation/invalid';
import { note } from '../../validation/noted-findings';
import { requireString, requireValue } from '../../validation/property-check';
import { partsOf, UNKNOWN } from '../../validation/text-parts';

/**
 * What the clients and the servers of Lustre say to each other, in both directions.
 *
 * @see https://docs.aws.amazon.com/fsx/latest/LustreGuide/limit-access-security-groups.html
 */
const LUSTRE = [ec2.Port.tcp(988), ec2.Port.tcpRange(1018, 1023)];

/**
 * What the role may do with a file system of EFS: SageMaker asks for the first two, and the rest is what EFS asks of a client that
 * says who it is. To be root (`ClientRootAccess`) is more than a directory that is to be read or written needs.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html
 * @see https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html
 */
const EFS_ACTIONS = [
  'elasticfilesystem:DescribeFileSystems',
  'elasticfilesystem:DescribeMountTargets',
  'elasticfilesystem:ClientMount',
];
const EFS_WRITE = 'elasticfilesystem:ClientWrite';

const EFS: ExpectedValue = {
  mark: 'mountTargetsAvailable',
  allowed: 'a file system of EFS, for example FileSystem.fromFileSystemAttributes()',
  required: true,
};
const FSX = {
  allowed: 'a file system of FSx for Lustre, for example LustreFileSystem.fromLustreFileSystemAttributes()',
  required: true,
};
const FSX_MARKS = ['fileSystemId', 'connections'];

/** A directory of a file system of EFS. */
export function efsSource(
  context: TrainingInputContext,
  fileSystem: IEfsFileSystem,
  directory: string,
  options: TrainingFileSystemOptions,
): TrainingInputSource {
  requireValue(context.job, context.member, fileSystem, EFS);
  const connections = connectionsOf(context);
  const { fileSystemId } = fileSystem;
  fileSystem.connections.allowDefaultPortFrom(connections, 'A training job reads the file system');
  const resourceName = fileSystemId;
  const arn = Stack.of(context.job).formatArn({ service: 'elasticfilesystem', resource: 'file-system', resourceName });
  const actions = [...EFS_ACTIONS, ...(options.writable ? [EFS_WRITE] : [])];
  // fileSystem.grantRead() would have the CDK refuse all clients that do not say who they are
  context.role.addToPrincipalPolicy(new iam.PolicyStatement({ actions, resources: [arn] }));
  checkAnonymousAccess(context, fileSystem);
  return {
    dataSource: fileSystemSource(context, 'EFS', fileSystemId, directory, options),
    needs: [fileSystem, fileSystem.mountTargetsAvailable],
  };
}

/** A directory of a file system of FSx for Lustre. */
export function fsxSource(
  context: TrainingInputContext,
  fileSystem: IFsxFileSystem,
  directory: string,
  options: TrainingFileSystemOptions,
): TrainingInputSource {
  for (const mark of FSX_MARKS) requireValue(context.job, context.member, fileSystem, { ...FSX, mark });
  requireNoEfs(context, fileSystem);
  const connections = connectionsOf(context);
  for (const port of LUSTRE) {
    fileSystem.connections.allowFrom(connections, port, 'A training job reads the file system');
    connections.allowFrom(fileSystem, port, 'The file system answers a training job');
  }
  context.role.addToPrincipalPolicy(
    new iam.PolicyStatement({ actions: ['fsx:DescribeFileSystems'], resources: ['*'] }),
  );
  return {
    dataSource: fileSystemSource(context, 'FSxLustre', fileSystem.fileSystemId, directory, options),
    needs: [fileSystem, ...fileSystem.connections.securityGroups],
  };
}

/** One of EFS has an id and connections, too. */
function requireNoEfs({ job, member }: TrainingInputContext, fileSystem: object): void {
  if (!(EFS.mark in fileSystem)) return;
  throw inconsistent(job, `'${member}' must be ${FSX.allowed}, got one of EFS: TrainingInput.fromEfs() is for that`);
}

function connectionsOf({ job, member, connections }: TrainingInputContext): ec2.Connections {
  if (connections) return connections;
  throw inconsistent(job, `'${member}' is in a file system, which a job reaches in a VPC: give the job a 'vpc'`);
}

function fileSystemSource(
  { job, member }: TrainingInputContext,
  type: 'EFS' | 'FSxLustre',
  fileSystemId: string,
  directory: string,
  { writable }: TrainingFileSystemOptions,
): TrainingInputSource['dataSource'] {
  requireString(job, `${member}.directory`, directory, { required: true });
  const [beginning] = partsOf(directory);
  if (beginning !== UNKNOWN && !beginning.startsWith('/')) {
    note(job, mustBe(`${member}.directory`, "the full path of a directory, which begins with '/'", directory));
  }
  return {
    FileSystemDataSource: {
      FileSystemId: fileSystemId,
      FileSystemType: type,
      DirectoryPath: directory,
      FileSystemAccessMode: writable ? 'rw' : 'ro',
    },
  };
}
