import type { MemberName } from '../../validation/finding';

/** A part of the data input configuration, as messages name it: the API has one text for all of it. */
export function dataInputMember(property: string): MemberName {
  return { property, api: 'InputConfig.DataInputConfig' };
}
