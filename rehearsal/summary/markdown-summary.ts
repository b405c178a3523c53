import { markOf, ROOT } from './app-mark';
import type { RehearsedDeployment, RehearsedJob } from './rehearsed-deployment';
import { dollarText } from '../cost/job-estimate';
import { durationText } from '../terminal/duration-text';
import { cut } from '../terminal/line-layout';

/** GitHub takes no comment of more than 65,536 characters. */
const MAX_JOBS = 50;
const MAX_CELL = 200;
const MAX_PROBLEMS = 10;
const MAX_PROBLEM = 1000;

/** What was rehearsed for a pull request: each of the deployments that its files tell of, where they were asked for. */
export interface RehearsedChange {
  /** As if nothing was there. */
  readonly deployment?: readonly RehearsedDeployment[];
  /** Why that rehearsal could not be carried out. */
  readonly deploymentError?: string;
  /** First what there is, and then the change of it. */
  readonly update?: readonly RehearsedDeployment[];
  readonly updateError?: string;
}

/**
 * Says for people who review a change what it would run, how long that takes, and what it may cost.
 *
 * @param folder That of the app in its repository.
 */
export function markdownSummary(change: RehearsedChange, folder = ROOT): string {
  const { deployment, deploymentError, update, updateError } = change;
  const shown = [
    ...(deployment ? [part('A new deployment', deployment[0], deploymentError)] : []),
    ...(update ? [part('The update', update[1], updateError, update[0])] : []),
  ];
  const heading = `## Rehearsed jobs${folder === ROOT ? '' : ` of ${escaped(folder)}`}`;
  return [markOf(folder), heading, ...shown.flat(), ...footnote(deployment?.[0] ?? update?.at(-1)), ''].join('\n\n');
}

/** Says whether all went well that can be blamed on the change: what there is, and does not deploy, cannot. */
export function isFine({ deployment, deploymentError, update, updateError }: RehearsedChange): boolean {
  if (deploymentError !== undefined || updateError !== undefined) return false;
  const [before, after] = update ?? [];
  const isUpdateFine = update === undefined || (after ? after.ok : before?.ok === false);
  return (deployment === undefined || deployment[0]?.ok === true) && isUpdateFine;
}

function part(
  title: string,
  rehearsed: RehearsedDeployment | undefined,
  error: string | undefined,
  before?: RehearsedDeployment,
): string[] {
  const errors = error === undefined ? [] : [problemItem(error)];
  if (!rehearsed) {
    const why =
      before?.ok === false ? 'what there is now does not deploy' : 'the rehearsal has come to no end: see its log';
    const mark = before?.ok === false && error === undefined ? '⚠️' : '❌';
    return [`### ${mark} ${title} was not rehearsed`, ...(error === undefined ? [`Because ${why}.`] : errors)];
  }
  const { ok, seconds, jobs, dollars, problems } = rehearsed;
  const time = durationText(seconds * 1000);
  const taken =
    error === undefined ? `✅ ${title} takes ${time}` : `❌ ${title} takes ${time}, but its rehearsal ends in an error`;
  return [
    `### ${ok ? taken : `❌ ${title} fails after ${time}`}`,
    ...errors,
    ...(problems.length === 0 ? [] : [problems.slice(0, MAX_PROBLEMS).map(problemItem).join('\n')]),
    ...(jobs.length === 0 ? ['No job runs.'] : [jobTable(jobs)]),
    ...(dollars === undefined ? [] : [`Estimated in all: **${dollarText(dollars)}**`]),
  ];
}

function problemItem(problem: string): string {
  return `- ${escaped(cut(problem, MAX_PROBLEM))}`;
}

function jobTable(jobs: readonly RehearsedJob[]): string {
  const rows = jobs
    .slice(0, MAX_JOBS)
    .map(({ job, afterSeconds, seconds, dollars, basis }) => [
      job,
      durationText(afterSeconds * 1000),
      durationText(seconds * 1000),
      dollars === undefined ? '–' : dollarText(dollars),
      basis,
    ]);
  const more = jobs.length - rows.length;
  return [
    '| job | begins after | takes | may cost | for |',
    '| --- | ---: | ---: | ---: | --- |',
    ...rows.map((cells) => `| ${cells.map((cell) => escaped(cut(cell, MAX_CELL))).join(' | ')} |`),
    ...(more > 0 ? [`| … and ${more} more | | | | |`] : []),
  ].join('\n');
}

/** As text, whatever it has of what Markdown means something by. */
function escaped(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|#~]/g, '\\$&');
}

function footnote(rehearsed: RehearsedDeployment | undefined): string[] {
  if (!rehearsed) return [];
  const { region, asOf } = rehearsed;
  return [
    'Nothing was deployed. How long jobs take is assumed, 4 minutes each unless `--duration` says otherwise, and amounts are an ' +
      `estimate, not a price: instances on demand in ${region}, as of ${asOf}, and nothing else.`,
  ];
}
