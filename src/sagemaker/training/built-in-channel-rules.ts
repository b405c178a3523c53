import { builtInAlgorithmOf, refusedBy, XGBOOST } from './built-in-algorithm';
import { TrainingInputMode } from './training-input-options';
import type { Request } from '../../job/request-overrides';
import { type Finding, type MemberName } from '../../validation/finding';
import { known, knownItems, knownMembers, knownText } from '../../validation/known-value';
import { shown } from '../../validation/shown';
import { mimeTypeIn } from '../data-file/mime-type';

const TRAIN = 'train';
/** What XGBoost's container takes, and refuses any other. */
const CHANNELS = [TRAIN, 'validation', 'code'];
const TYPES = ['text/csv', 'text/libsvm', 'text/x-libsvm', 'application/x-parquet', 'application/x-recordio-protobuf'];
const SHORT_TYPES = ['csv', 'libsvm', 'parquet', 'recordio-protobuf'];
const LIBSVM = /libsvm$/;

/**
 * What the channels of the algorithms must be that are built in.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/cdf-training.html
 * @see https://github.com/aws/sagemaker-xgboost-container/blob/master/src/sagemaker_xgboost_container/algorithm_mode/channel_validation.py
 */
export function* builtInChannelRules(request: Request): Iterable<Finding> {
  const algorithm = builtInAlgorithmOf(request);
  const { InputDataConfig } = request;
  if (!algorithm || (InputDataConfig !== undefined && !Array.isArray(InputDataConfig))) return;
  const channels = knownItems(InputDataConfig);
  const names = channels.map(({ ChannelName }) => knownText(ChannelName));
  if (names.some((name) => name === undefined) || names.length !== (InputDataConfig ?? []).length) return;
  const isXgboost = algorithm.name === XGBOOST;
  const certainty = { isCertain: algorithm.isCertain && isXgboost };
  if (!names.includes(TRAIN)) {
    const found = names.length === 0 ? 'none' : shown(names.join(', '));
    const text = `have a channel '${TRAIN}', from which the algorithm '${algorithm.name}' reads its training data, got ${found}`;
    yield refusedBy(certainty, { property: 'inputs', api: 'InputDataConfig' }, text);
    return;
  }
  if (!isXgboost) return;
  const mode = knownMembers(request, 'AlgorithmSpecification')?.TrainingInputMode;
  for (const [index, { ChannelName, ContentType, InputMode }] of channels.entries()) {
    const name = String(ChannelName);
    const member = (property: string, api: string): MemberName => ({
      property: `inputs.${name}${property}`,
      api: `InputDataConfig[${index}].${api}`,
    });
    if (!CHANNELS.includes(name)) {
      const text = `be one of the channels that this algorithm takes, and fails with any other: ${CHANNELS.join(', ')}`;
      yield refusedBy(certainty, member('', 'ChannelName'), text);
    } else if (name !== 'code') {
      const problem = typeProblem(ContentType, known<string>(InputMode ?? mode));
      if (problem !== undefined) yield refusedBy(certainty, member('.contentType', 'ContentType'), problem);
    }
  }
}

function typeProblem(value: unknown, mode: string | undefined): string | undefined {
  const text = knownText(value);
  if (text === undefined && value !== undefined && value !== null) return undefined;
  const type = text === undefined ? 'libsvm' : mimeTypeIn(text);
  if (![...TYPES, ...SHORT_TYPES].includes(type)) {
    return `be a type of data that this algorithm reads: ${TYPES.join(', ')}, got ${shown(text)}`;
  }
  const labels = /;\s*label_size\s*=\s*"?(\d+)/i.exec(text ?? '')?.[1];
  if (type.endsWith('csv') && labels !== undefined && labels !== '1') {
    return `have one label, which is the first column, as in 'text/csv', got ${shown(text)}`;
  }
  if (mode !== TrainingInputMode.PIPE || !LIBSVM.test(type)) return undefined;
  const got = text === undefined ? 'none, which is taken for text/libsvm' : shown(text);
  return `be 'text/csv' or another that the input mode Pipe is for, or that mode be left out: it reads no LIBSVM, got ${got}`;
}
