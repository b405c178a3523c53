import type {
  Alternative,
  Evidence,
  ExpectedFailure,
  ResourceOperation,
  UnconfirmedFact,
} from '../../unconfirmed/unconfirmed-fact';

/** What the page says of a fact, in Markdown. */
export function factSection(id: string, fact: UnconfirmedFact, evidence: Evidence): string {
  const rows = Object.entries(fact.alternatives).map(([name, alternative]) => rowOf(name, alternative, fact));
  return [
    `## ${fact.title}`,
    '',
    `\`${id}\`, for ${listOf(fact.kinds.map((kind) => `\`${kind}\``))}`,
    '',
    '| alternative | how it is then | what AWS says then | operations |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
    `- **We rely on**: ${evidence.reliance}`,
    `- **If it is otherwise**: ${evidence.otherwise}`,
    `- **How to find out**: ${evidence.check}`,
    `- **What is known**: ${evidence.sources.join('; ')}.`,
    '',
  ].join('\n');
}

function rowOf(name: string, alternative: Alternative, fact: UnconfirmedFact): string {
  const { meaning, says, kinds } = alternative;
  const only = kinds ? ` (${listOf(kinds.map((kind) => `\`${kind}\``))})` : '';
  const usual = fact.usual === name ? ' (rehearsed unless you say otherwise)' : '';
  const text = says ? `${says.code === undefined ? '' : `${says.code}: `}${says.text}` : '';
  return `| \`${name}\`${usual} | ${cell(meaning)}${only} | ${cell(text)} | ${outcomeOf(alternative)} |`;
}

/** How operations end: those that are not named end as they would otherwise. */
function outcomeOf({ failures = {} }: Alternative): string {
  const failing = Object.entries(failures) as [ResourceOperation, ExpectedFailure][];
  if (failing.length === 0) return 'succeed';
  const [[, failure]] = failing;
  const words = listOf(failure.words.map((word) => `"${cell(word)}"`));
  const soon = failure.withinSeconds === undefined ? '' : `, within ${failure.withinSeconds} seconds`;
  const verb = failure.isAvoidable ? 'may fail' : 'fail';
  return `${listOf(failing.map(([operation]) => operation))} ${verb}${soon}, and the reason says ${words}; all others succeed`;
}

function listOf(items: readonly string[]): string {
  return items.length < 2 ? items.join() : `${items.slice(0, -1).join(', ')} and ${items[items.length - 1]}`;
}

/** A text in a cell of a table: of a line, and without what divides cells, or begins a tag. */
function cell(text: string): string {
  return text.replace(/\|/g, '\\|').replace(/</g, '\\<').replace(/\*/g, '\\*');
}
