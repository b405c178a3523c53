import { trainingHint } from '../../../lambda/kinds/training-hints';
import type { MessageGroup } from '../message-group';

export const GROUP: MessageGroup = {
  title: 'Training jobs',
  hint: trainingHint,
  messages: [
    'AlgorithmError: ExecuteUserScriptError: ExitCode 1',
    'AlgorithmError: , exit code: 137',
    'AlgorithmError: exec format error',
    'AlgorithmError: exec: "train": executable file not found in $PATH',
    'AlgorithmError: RuntimeError: No CUDA GPUs are available',
    "AlgorithmError: ModuleNotFoundError: No module named 'pandas'",
    'AlgorithmError: OSError: [Errno 28] No space left on device',
    'ClientError: Unable to initialize the algorithm. Failed to validate hyperparameters.',
    'ClientError: Unable to initialize the algorithm. Failed to validate input data configuration.',
    "ClientError: Blankspace and colon not found in firstline '0.1,0.2' of file 'train.csv'",
    'CapacityError: Unable to provision requested ML compute capacity.',
    'ClientError: Cannot pull algorithm container. Either the image does not exist or its permissions are incorrect.',
    'ValidationException: Unsupported manifest media type application/vnd.oci.image.index.v1+json for image churn',
    'ValidationException: Invalid training image. Please provide a valid Amazon Elastic Container Registry path',
    'ValidationException: Access denied for repository: churn in registry ID: 111122223333',
    'ClientError: the image can not be pulled without VPC repository access mode',
    'ValidationException: Access denied to hub content',
    'ValidationException: Invalid MaxWaitTimeInSeconds. It must be present and be greater than or equal to MaxRuntimeInSeconds',
    'ValidationException: No S3 objects found under S3 URL "s3://data/train/" given in input data source.',
    'ClientError: Data download failed:NoSuchKey (404): The specified key does not exist.',
    'ClientError: mount.nfs4: access denied by server while mounting 10.0.0.1:/data',
    'ClientError: Data download failed:failed to download data. 403 Forbidden (403): Forbidden',
    'ValidationException: Unauthorized to List objects under S3 URL "s3://data/train/"',
    'ClientError: Data download failed:…',
  ],
};
