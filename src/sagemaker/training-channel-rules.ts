import { TrainingInputCompression, TrainingInputMode, TrainingRecordWrapper } from './training-input-options';
import type { Request } from '../request-overrides';
import { refusal, type Finding, mustBe } from '../validation/finding';
import { known, knownItems, knownMembers } from '../validation/known-value';

/** What the channels of a training job must be. */
export function* channelRules(request: Request): Iterable<Finding> {
  const mode = knownMembers(request, 'AlgorithmSpecification')?.TrainingInputMode;
  const groups = knownMembers(request, 'ResourceConfig')?.InstanceGroups;
  const groupNames = knownItems(groups).map(({ InstanceGroupName }) => InstanceGroupName);
  const areKnown = groups === undefined || (Array.isArray(groups) && groups.length === groupNames.length);
  for (const channel of knownItems(request.InputDataConfig)) {
    const member = `inputs.${String(channel.ChannelName)}`;
    yield* modeRules(member, channel, known(channel.InputMode ?? mode));
    if (areKnown) yield* groupRules(member, channel, groupNames);
  }
}

/** What a mode cannot do, the service would say only after the job has begun. */
function* modeRules(member: string, channel: Request, mode: string | undefined): Iterable<Finding> {
  if (mode === undefined) return;
  const isPipe = mode === TrainingInputMode.PIPE;
  if (channel.CompressionType === TrainingInputCompression.GZIP && !isPipe) {
    yield refusal(`'${member}.compression' must be left out, or be NONE, for any input mode but PIPE`);
  }
  if (channel.RecordWrapperType === TrainingRecordWrapper.RECORD_IO && !isPipe) {
    yield refusal(`'${member}.recordWrapper' must be left out, or be NONE, for any input mode but PIPE`);
  }
  const type = knownMembers(channel, 'DataSource', 'S3DataSource')?.S3DataType;
  if (mode === TrainingInputMode.FAST_FILE && /Manifest/.test(String(type))) {
    yield refusal(`'${member}' must not be a manifest for the input mode FAST_FILE, which takes prefixes only`);
  }
}

function* groupRules(member: string, channel: Request, names: readonly unknown[]): Iterable<Finding> {
  const wanted = knownMembers(channel, 'DataSource', 'S3DataSource')?.InstanceGroupNames;
  if (!Array.isArray(wanted)) return;
  for (const name of wanted.filter((each) => known(each) !== undefined && !names.includes(each))) {
    const allowed = names.length === 0 ? "left out without 'instanceGroups'" : `of ${names.join(', ')}`;
    yield mustBe(`${member}.instanceGroupNames`, allowed, name);
  }
}
