import { readsImages } from '../built-in-repositories';
import { s3UriRules } from '../s3-uri-rules';
import { TrainingInputCompression, TrainingInputMode, TrainingRecordWrapper } from './training-input-options';
import type { Request } from '../../job/request-overrides';
import { type Finding, type MemberName, mustBe, warning } from '../../validation/finding';
import { known, knownItems, knownMembers } from '../../validation/known-value';
import { shown } from '../../validation/shown';
import { partsOf, UNKNOWN } from '../../validation/text-parts';

const RECORD_IO = 'application/x-recordio';
const IMAGE = 'application/x-image';

/** A key that ends as the names of files of data do. */
const FILE_NAME = /\/[^/]+\.(?:csv|tsv|txt|jsonl?|parquet|gz|rec|tfrecords?|libsvm|npy|npz|h5|jpe?g|png)$/i;

/** What the channels of a training job must be. */
export function* channelRules(request: Request): Iterable<Finding> {
  const mode = knownMembers(request, 'AlgorithmSpecification')?.TrainingInputMode;
  const image = knownMembers(request, 'AlgorithmSpecification')?.TrainingImage;
  const groups = knownMembers(request, 'ResourceConfig')?.InstanceGroups;
  const groupNames = knownItems(groups).map(({ InstanceGroupName }) => InstanceGroupName);
  const areKnown = groups === undefined || (Array.isArray(groups) && groups.length === groupNames.length);
  for (const [index, channel] of knownItems(request.InputDataConfig).entries()) {
    const nameOf = (property: string, member: string): MemberName => ({
      property: `inputs.${String(channel.ChannelName)}${property}`,
      api: `InputDataConfig[${index}].${member}`,
    });
    const channelMode = known<string>(channel.InputMode ?? mode);
    yield* modeRules(nameOf, channel, channelMode);
    yield* uriRules(nameOf, channel, channelMode);
    yield* attributeRules(nameOf, channel, image);
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

/** Where the data is. */
function* uriRules(nameOf: NameOf, channel: Request, mode: string | undefined): Iterable<Finding> {
  const source = knownMembers(channel, 'DataSource', 'S3DataSource');
  const member = nameOf('', 'DataSource.S3DataSource.S3Uri');
  yield* s3UriRules(member, source?.S3Uri, source?.S3DataType);
  if (mode !== TrainingInputMode.FAST_FILE || source?.S3DataType !== 'S3Prefix') return;
  const parts = typeof source.S3Uri === 'string' ? partsOf(source.S3Uri) : [];
  const end = parts[parts.length - 1];
  if (end === undefined || end === UNKNOWN || !FILE_NAME.test(end)) return;
  const text = `is the name of one file, got ${shown(source.S3Uri)}, and the input mode FastFile shows the folder that a prefix is: give the folder, which ends in a slash, or the input mode File`;
  yield warning('fastFilePrefix', member, text);
}

/** What SageMaker reads of an augmented manifest. */
function* attributeRules(nameOf: NameOf, channel: Request, image: unknown): Iterable<Finding> {
  const source = knownMembers(channel, 'DataSource', 'S3DataSource');
  if (source?.S3DataType !== 'AugmentedManifestFile') return;
  const { AttributeNames: names } = source;
  const member = nameOf('.attributeNames', 'DataSource.S3DataSource.AttributeNames');
  if (names === undefined || (Array.isArray(names) && names.length === 0)) {
    yield mustBe(member, 'a list of at least one attribute of the records of an augmented manifest', names);
  } else if (Array.isArray(names)) {
    const again = names.find((name, index) => known(name) !== undefined && names.indexOf(name) !== index);
    if (again !== undefined) yield warning('attributeNames', member, `has ${shown(again)} twice`);
  }
  const type = known<string>(channel.ContentType);
  const isNeeded = type === RECORD_IO || (type === IMAGE && readsImages(image));
  if (!isNeeded || channel.RecordWrapperType !== undefined) return;
  const text = `should be 'RecordIO' for the content type '${type}': the records of an augmented manifest are not wrapped by themselves`;
  yield warning('recordWrapper', nameOf('.recordWrapper', 'RecordWrapperType'), text);
}

function* groupRules(nameOf: NameOf, channel: Request, names: readonly unknown[]): Iterable<Finding> {
  const wanted = knownMembers(channel, 'DataSource', 'S3DataSource')?.InstanceGroupNames;
  if (!Array.isArray(wanted)) return;
  for (const name of wanted.filter((each) => known(each) !== undefined && !names.includes(each))) {
    const allowed = names.length === 0 ? "left out without 'instanceGroups'" : `of ${names.join(', ')}`;
    yield mustBe(nameOf('.instanceGroupNames', 'DataSource.S3DataSource.InstanceGroupNames'), allowed, name);
  }
}
