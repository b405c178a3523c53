import { spawnSync } from 'node:child_process';

/** Severities that do not fail the audit; they are only counted. */
const TOLERATED = ['info', 'low', 'moderate'];

/** How long npm may retry an unreachable registry. */
const LONGEST_MS = 5 * 60 * 1000;

/** What the registry says of the installed versions. */
export interface Advisories {
  /** Findings that must not be: one line each. */
  readonly problems: readonly string[];
  /** One line for the log. */
  readonly summary: string;
}

/** What a registry answers that has no audits: not found, not allowed, or not implemented. */
const ANSWERS_NO_AUDITS = [404, 405, 501];

/** What is read of npm's report. */
interface Report {
  /** Why there is none, where npm has got no audit from the registry. */
  readonly message?: string;
  /** What the registry has answered instead; none where it could not be reached. */
  readonly statusCode?: number;
  readonly error?: { readonly summary?: string };
  readonly vulnerabilities?: { readonly [name: string]: { readonly severity: string; readonly range: string } };
}

/** Asks the registry for known vulnerabilities of what is installed: what the package is bundled with is among it. */
export function advisories(): Advisories {
  const { stdout } = spawnSync('npm', ['audit', '--json'], { encoding: 'utf8', timeout: LONGEST_MS });
  return readAdvisories(stdout);
}

/**
 * Reads npm's report. A registry that answers no audits is not a problem, and the summary says so. Any other reason why npm
 * cannot audit is a problem.
 */
export function readAdvisories(stdout: string): Advisories {
  const report = parse(stdout);
  const { vulnerabilities, message, statusCode } = report;
  const what = 'advisories';
  if (message !== undefined && statusCode !== undefined && ANSWERS_NO_AUDITS.includes(statusCode)) {
    const summary = `${what}: not known, for the registry answers no audits: ${withoutAddress(message)}`;
    return { problems: [], summary };
  }
  if (!vulnerabilities) return { problems: [`npm cannot audit: ${failureOf(report)}`], summary: `${what}: not known` };
  const findings = Object.entries(vulnerabilities);
  const problems = findings
    .filter(([, { severity }]) => !TOLERATED.includes(severity))
    .map(([name, { severity, range }]) => `${name} ${range} has a vulnerability of severity '${severity}'`);
  return { problems, summary: `${what}: ${findings.length}, of which ${problems.length} are high or critical` };
}

/** Why npm could not audit. */
function failureOf({ message, error }: Report): string {
  return withoutAddress(message || error?.summary || 'it says nothing of vulnerabilities');
}

/** A message of npm's without the addresses in it: the log may be public, and the registry need not be. */
function withoutAddress(message: string): string {
  return message
    .replace(/ - [A-Z]+ https?:\S+/, '')
    .replace(/https?:\/\/\S+/g, '<address>')
    .replace(/(\d{1,3}\.){3}\d{1,3}(:\d+)?/g, '<address>');
}

function parse(stdout: string): Report {
  try {
    return JSON.parse(stdout) as Report;
  } catch {
    return { error: { summary: `it writes no JSON, but '${stdout.slice(0, 200)}'` } };
  }
}
