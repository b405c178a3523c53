import { spawnSync } from 'node:child_process';

/** Severities that do not fail the audit; they are only counted. */
const TOLERATED = ['info', 'low', 'moderate'];

/** How long npm may retry an unreachable registry. */
const LONGEST_MS = 5 * 60 * 1000;

/** What the registry says of the installed versions. */
export interface Advisories {
  /** Findings that must not be: one line each. */
  readonly problems: readonly string[];
  /** One line for whoever reads the log. */
  readonly summary: string;
}

/** What is read of npm's report. */
interface Report {
  /** Why there is none, where npm has got no answer. */
  readonly message?: string;
  readonly error?: { readonly summary?: string };
  readonly vulnerabilities?: { readonly [name: string]: { readonly severity: string; readonly range: string } };
}

/** Asks the registry for known vulnerabilities: of what users install, or of everything. */
export function advisories(scope: 'runtime' | 'all'): Advisories {
  const omit = scope === 'runtime' ? ['--omit=dev'] : [];
  const { stdout } = spawnSync('npm', ['audit', '--json', ...omit], { encoding: 'utf8', timeout: LONGEST_MS });
  return readAdvisories(scope, stdout);
}

/**
 * Reads npm's report. A registry that answers no audits is not a problem, and the summary says so. If npm cannot audit,
 * that is a problem.
 */
export function readAdvisories(scope: string, stdout: string): Advisories {
  const report = parse(stdout);
  const { vulnerabilities, message, error } = report;
  const what = `advisories (${scope})`;
  if (message !== undefined) {
    // the rest of npm's message is the address of the registry
    const [why] = message.split(' - ');
    return { problems: [], summary: `${what}: not known, for the registry answers no audits: ${why}` };
  }
  if (!vulnerabilities) {
    const why = error?.summary ?? 'it says nothing of vulnerabilities';
    return { problems: [`npm cannot audit: ${why}`], summary: `${what}: not known` };
  }
  const findings = Object.entries(vulnerabilities);
  const problems = findings
    .filter(([, { severity }]) => !TOLERATED.includes(severity))
    .map(([name, { severity, range }]) => `${name} ${range} has a vulnerability of severity '${severity}'`);
  return { problems, summary: `${what}: ${findings.length}, of which ${problems.length} are high or critical` };
}

function parse(stdout: string): Report {
  try {
    return JSON.parse(stdout) as Report;
  } catch {
    return { error: { summary: `it writes no JSON, but '${stdout.slice(0, 200)}'` } };
  }
}
