import type { Finding } from './finding';

/** A row of the table of findings that stay. */
export interface Explanation {
  /** The tool, in all its versions. */
  readonly tool: string;
  readonly rules: readonly string[];
  /** The paths of resources; a star stands for any text. */
  readonly places: readonly string[];
  readonly reason: string;
}

/** What is wrong between the findings and the table. */
export interface Differences {
  readonly unexplained: readonly Finding[];
  /** Places of rows, which nothing was found at. */
  readonly unfound: readonly string[];
}

/** One rule at one place of a row. */
interface Allowed {
  readonly tool: string;
  readonly rule: string;
  readonly place: string;
}

const HEADING = '| tool | rule | where | why it stays |';

/** Reads the table of a page. Fails where the page has none, or a row says less than it must. */
export function readExplanations(page: string): Explanation[] {
  const [, table] = page.split(`${HEADING}\n`);
  if (table === undefined) throw new Error(`The page has no table that begins with '${HEADING}'.`);
  const [rows] = table.split('\n\n');
  return rows.trim().split('\n').slice(1).map(readRow);
}

function readRow(row: string): Explanation {
  const [tool, rule, where, reason] = row
    .slice(1)
    .split('|')
    .map((cell) => cell.trim());
  const [rules, places] = [codeIn(rule), codeIn(where)];
  if (!tool || rules.length === 0 || places.length === 0 || !reason) {
    throw new Error(`A row must have a tool, rules and places in backticks, and a reason, got '${row}'.`);
  }
  return { tool, rules, places, reason };
}

function codeIn(cell = ''): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, code]) => code);
}

/** Compares what was found with what is explained. Rows of tools that did not run are passed over. */
export function differencesOf(
  findings: readonly Finding[],
  explanations: readonly Explanation[],
  tools: readonly string[],
): Differences {
  const rows = explanations
    .filter(({ tool }) => tools.some((ran) => isOf(ran, tool)))
    .flatMap(({ tool, rules, places }) =>
      rules.flatMap((rule) => places.map((place): Allowed => ({ tool, rule, place }))),
    );
  return {
    unexplained: findings.filter((finding) => !rows.some((row) => explains(row, finding))),
    unfound: rows
      .filter((row) => !findings.some((finding) => explains(row, finding)))
      .map(({ tool, rule, place }) => `${tool} ${rule} at ${place}`),
  };
}

function explains({ tool, rule, place }: Allowed, finding: Finding): boolean {
  const [withoutDetail] = finding.rule.split('[');
  return isOf(finding.tool, tool) && (rule === finding.rule || rule === withoutDetail) && matches(place, finding.path);
}

/** Whether a tool is the one that is meant, or a version of it. */
function isOf(tool: string, meant: string): boolean {
  return tool === meant || tool.startsWith(`${meant} `);
}

function matches(place: string, path: string): boolean {
  const parts = place.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(path);
}
