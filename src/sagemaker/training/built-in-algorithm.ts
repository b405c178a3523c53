import type { TrainingAlgorithm } from './training-algorithm';
import type { Request } from '../../job/request-overrides';
import { type Finding, type MemberName, refusal, warning } from '../../validation/finding';
import { known, knownMembers } from '../../validation/known-value';
import { partsOf, UNKNOWN } from '../../validation/text-parts';
import { isAccountOfAlgorithms } from '../aws-image-accounts';

/** What says that the container runs a script of the user's: the toolkit of AWS's images reads it. */
const PROGRAM = 'sagemaker_program';
const PROGRAM_VARIABLE = 'SAGEMAKER_PROGRAM';
export const XGBOOST = 'sagemaker-xgboost';
/** The images of XGBoost whose code is known: others may take more. */
const KNOWN_XGBOOST = /^(?:0\.90-[12]|1\.0-1|1\.2-[12]|1\.[357]-1|3\.0-5)(?!\d)/;
const REPOSITORY = /(?:^|\/)([\w-]+):([^@:/]*)$/;

/** An algorithm that is built into SageMaker, and runs no script. */
export interface BuiltInAlgorithm {
  /** The repository of its image, such as `kmeans`. */
  readonly name: string;
  /** Whether it is certain that it is AWS's own image, and one that is known. */
  readonly isCertain: boolean;
  /** The version that its tag begins with, as a number, such as 1.7; Infinity where there is none. */
  readonly version: number;
}

/** The algorithm of a request; undefined where its image is none of AWS's, and where it runs a script or another command. */
export function builtInAlgorithmOf(request: Request): BuiltInAlgorithm | undefined {
  const { TrainingImage } = knownMembers(request, 'AlgorithmSpecification') ?? {};
  if (typeof TrainingImage !== 'string' || mayRunScript(request)) return undefined;
  const parts = partsOf(TrainingImage);
  const end = parts[parts.length - 1];
  const [, name, tag] = (end !== UNKNOWN && REPOSITORY.exec(end)) || [];
  if (name === undefined) return undefined;
  const [, account] = (parts[0] !== UNKNOWN && /^(\d{12})\.dkr\./.exec(parts[0])) || [];
  if (parts[0] !== UNKNOWN && (account === undefined || !isAccountOfAlgorithms(account))) return undefined;
  const version = Number.parseFloat(tag);
  return {
    name,
    version: Number.isNaN(version) ? Infinity : version,
    isCertain: account !== undefined && (name !== XGBOOST || KNOWN_XGBOOST.test(tag)),
  };
}

/** The repository of the algorithm that reads the data of a job; undefined where that may be a script, or an image of the user's. */
export function readerOf(
  algorithm: TrainingAlgorithm | undefined,
  hyperparameters: unknown,
  environment: unknown,
): string | undefined {
  const mayRun = mayRunScript({ HyperParameters: hyperparameters, Environment: environment });
  return mayRun ? undefined : known<string>(algorithm?._builtInName);
}

/** Whether a container of AWS's runs a script, as a request says to its toolkit: in a hyperparameter, or in the environment. */
export function runsScript({ HyperParameters, Environment }: Request): boolean {
  return (
    Object.hasOwn(knownMembers(HyperParameters) ?? {}, PROGRAM) ||
    Object.hasOwn(knownMembers(Environment) ?? {}, PROGRAM_VARIABLE)
  );
}

/** Whether it runs a script or another command, or may do so, where only the deployment knows its environment. */
export function mayRunScript(request: Request): boolean {
  const algorithm = knownMembers(request, 'AlgorithmSpecification') ?? {};
  const { ContainerEntrypoint, ContainerArguments } = algorithm;
  const hasCommand = ContainerEntrypoint !== undefined || ContainerArguments !== undefined;
  return hasCommand || runsScript(request) || knownMembers(request.Environment) === undefined;
}

/** What an algorithm refuses, or may refuse where it is not certain which one it is. */
export function refusedBy(
  { isCertain }: Pick<BuiltInAlgorithm, 'isCertain'>,
  member: MemberName,
  text: string,
): Finding {
  return isCertain ? refusal(member, `must ${text}`) : warning('builtInAlgorithm', member, `should ${text}`);
}
