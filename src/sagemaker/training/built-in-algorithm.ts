import type { TrainingAlgorithm } from './training-algorithm';
import type { Request } from '../../job/request-overrides';
import { type Finding, type MemberName, refusal, warning } from '../../validation/finding';
import { known, knownMembers } from '../../validation/known-value';
import { partsOf, UNKNOWN } from '../../validation/text-parts';
import { isAccountOfAlgorithms } from '../aws-image-accounts';

/** What says that the container runs a script of the user's: the toolkit of AWS's images reads it. */
export const PROGRAM = 'sagemaker_program';
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
}

/** The algorithm of a request; undefined where its image is none of AWS's, and where it runs a script or another command. */
export function builtInAlgorithmOf(request: Request): BuiltInAlgorithm | undefined {
  const { TrainingImage, ContainerEntrypoint, ContainerArguments } =
    knownMembers(request, 'AlgorithmSpecification') ?? {};
  if (typeof TrainingImage !== 'string' || ContainerEntrypoint !== undefined || ContainerArguments !== undefined) {
    return undefined;
  }
  if (mayRunScript(request.HyperParameters, request.Environment)) return undefined;
  const parts = partsOf(TrainingImage);
  const end = parts[parts.length - 1];
  const [, name, tag] = (end !== UNKNOWN && REPOSITORY.exec(end)) || [];
  if (name === undefined) return undefined;
  const [, account] = (parts[0] !== UNKNOWN && /^(\d{12})\.dkr\./.exec(parts[0])) || [];
  if (parts[0] !== UNKNOWN && (account === undefined || !isAccountOfAlgorithms(account))) return undefined;
  return { name, isCertain: account !== undefined && (name !== XGBOOST || KNOWN_XGBOOST.test(tag)) };
}

/** The repository of the algorithm that reads the data of a job; undefined where that may be a script, or an image of the user's. */
export function readerOf(
  algorithm: TrainingAlgorithm | undefined,
  hyperparameters: unknown,
  environment: unknown,
): string | undefined {
  return mayRunScript(hyperparameters, environment) ? undefined : known<string>(algorithm?._builtInName);
}

function mayRunScript(hyperparameters: unknown, environment: unknown): boolean {
  const variables = knownMembers(environment);
  return (
    variables === undefined ||
    Object.hasOwn(variables, PROGRAM_VARIABLE) ||
    Object.hasOwn(knownMembers(hyperparameters) ?? {}, PROGRAM)
  );
}

/** What an algorithm refuses, or may refuse where it is not certain which one it is. */
export function refusedBy(
  { isCertain }: Pick<BuiltInAlgorithm, 'isCertain'>,
  member: MemberName,
  text: string,
): Finding {
  return isCertain ? refusal(member, `must ${text}`) : warning('builtInAlgorithm', member, `should ${text}`);
}
