/** A geography of system-defined inference profiles. */
interface Geography {
  /** Its Regions as a policy names them. */
  readonly regions: string;
  /**
   * From where its profiles are called, as AWS lists source Regions: not only from the geography itself. @default - it is not known
   */
  readonly sources?: RegExp;
}

/**
 * The geographies that the ids of system-defined inference profiles begin with.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-support.html
 */
export const GEOGRAPHIES: ReadonlyMap<string, Geography> = new Map<string, Geography>([
  ['us', { regions: 'us-*', sources: /^(us-(?!gov-|iso)|ca-|mx-)/ }],
  ['us-gov', { regions: 'us-gov-*', sources: /^us-gov-/ }],
  ['eu', { regions: 'eu-*', sources: /^(eu-|il-)/ }],
  ['apac', { regions: 'ap-*', sources: /^(ap-|me-)/ }],
  ['au', { regions: 'ap-*', sources: /^ap-southeast-[246]$/ }],
  ['jp', { regions: 'ap-*', sources: /^ap-northeast-[13]$/ }],
  // the service lists profiles of India; from where they are called, no page of AWS said that was looked at
  ['in', { regions: 'ap-*' }],
  ['ca', { regions: 'ca-*', sources: /^ca-/ }],
  ['global', { regions: '*', sources: /^(?!us-gov-|us-iso|cn-)/ }],
]);
