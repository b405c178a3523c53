import { type Finding, type MemberName, warning } from '../../validation/finding';

/** A part of the data input configuration, as messages name it: the API has one text for all of it. */
export function dataInputMember(property: string): MemberName {
  return { property, api: 'InputConfig.DataInputConfig' };
}

/** What Neo may refuse of a part of it. */
export function dataInputWarning(property: string, text: string): Finding {
  return warning('neoDataInputConfig', dataInputMember(property), text);
}
