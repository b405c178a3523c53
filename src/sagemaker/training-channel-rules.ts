import { TrainingInputCompression, TrainingInputMode, TrainingRecordWrapper } from './training-input-options';
import type { Request } from '../request-overrides';
import { type Finding, type MemberName, mustBe } from '../validation/finding';
import { known, knownItems, knownMembers } from '../validation/known-value';

/** What the channels of a training job must be. */
export function* channelRules(request: Request): Iterable<Finding> {
  const mode = knownMembers(request, 'AlgorithmSpecification')?.TrainingInputMode;
  const groups = knownMembers(request, 'ResourceConfig')?.InstanceGroups;
  const groupNames = knownItems(groups).map(({ InstanceGroupName }) => InstanceGroupName);
  const areKnown = groups === undefined || (Array.isArray(groups) && groups.length === groupNames.length);
  for (const [index, channel] of knownItems(request.InputDataConfig).entries()) {
    const nameOf = (property: string, member: string): MemberName => ({
      property: `inputs.${String(channel.ChannelName)}${property}`,
      api: `InputDataConfig[${index}].${member}`,
    });
    yield* modeRules(nameOf, channel, known(channel.InputMode ?? mode));
    if (areKnown) yield* groupRules(nameOf, channel, groupNames);
  }
}

/** What a member of a channel is called: by the property of the input, and by the API. */
type NameOf = (property: string, member: string) => MemberName;

/** What a mode cannot do, the service would say only after the job has begun. */
function* modeRules(nameOf: NameOf, channel: Request, mode: string | undefined): Iterable<Finding> {
  if (mode === undefined || mode === TrainingInputMode.PIPE) return;
  const { CompressionType, RecordWrapperType } = channel;
  const allowed = `left out, or 'None', for the input mode ${mode}: it needs Pipe`;
  if (CompressionType === TrainingInputCompression.GZIP) {
    yield mustBe(nameOf('.compression', 'CompressionType'), allowed, CompressionType);
  }
  if (RecordWrapperType === TrainingRecordWrapper.RECORD_IO) {
    yield mustBe(nameOf('.recordWrapper', 'RecordWrapperType'), allowed, RecordWrapperType);
  }
  const type = knownMembers(channel, 'DataSource', 'S3DataSource')?.S3DataType;
  const member = nameOf('', 'DataSource.S3DataSource.S3DataType');
  if (type === 'AugmentedManifestFile') {
    yield mustBe(member, `another kind of data for the input mode ${mode}: an augmented manifest needs Pipe`, type);
  } else if (type === 'ManifestFile' && mode === TrainingInputMode.FAST_FILE) {
    yield mustBe(member, 'S3Prefix for the input mode FastFile', type);
  }
}

function* groupRules(nameOf: NameOf, channel: Request, names: readonly unknown[]): Iterable<Finding> {
  const wanted = knownMembers(channel, 'DataSource', 'S3DataSource')?.InstanceGroupNames;
  if (!Array.isArray(wanted)) return;
  for (const name of wanted.filter((each) => known(each) !== undefined && !names.includes(each))) {
    const allowed = names.length === 0 ? "left out without 'instanceGroups'" : `of ${names.join(', ')}`;
    yield mustBe(nameOf('.instanceGroupNames', 'DataSource.S3DataSource.InstanceGroupNames'), allowed, name);
  }
}
