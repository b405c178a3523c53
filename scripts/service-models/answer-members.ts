import type { PublishedModel } from './published-model';
import type { AnswerMembers } from '../../rehearsal/jobs/answer-members';
import type { JobFacts } from '../../src/validation/service-model/job-facts';

/** The members of what a service answers of a job, by the alphabet: it is the same whoever publishes the model. */
export function answerMembersOf({ operations, answer }: JobFacts, { operations: all, shapes }: PublishedModel) {
  const membersOf = (name: string, around: readonly string[] = []): AnswerMembers | null => {
    const { member, members, document } = shapes[name];
    if (member) return membersOf(member.shape, around);
    // a document may be anything
    if (!members || document || around.includes(name)) return null;
    return Object.fromEntries(
      Object.entries(members)
        .map(([each, { shape }]) => [each, membersOf(shape, [...around, name])] as const)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  };
  const members = membersOf(all[operations.describe]!.output!.shape)!;
  return answer === undefined ? members : members[answer]!;
}

/** The table of all kinds, with a line for each member. */
export function answerTableText(table: { readonly [kind: string]: AnswerMembers }): string {
  const line = ([name, value]: readonly [string, unknown]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`;
  const kinds = Object.entries(table).map(([kind, members]) => {
    const lines = Object.entries(members).map((each) => `    ${line(each)}`);
    return `  ${JSON.stringify(kind)}: {\n${lines.join(',\n')}\n  }`;
  });
  return `{\n${kinds.join(',\n')}\n}\n`;
}
