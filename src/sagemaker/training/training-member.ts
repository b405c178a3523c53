/** What a property of a training is called in messages: the training is a job, or stands in a property of one. */
export type MemberOf = (property: string) => string;

/** Of a training that is a job. */
export const inJob: MemberOf = (property) => property;

/** Of a training that stands in a property of a job. */
export function inMember(member: string): MemberOf {
  return (property) => `${member}.${property}`;
}
