import { jobNames } from '../jobs/job-course';
import { isJsonObject, type JsonObject, type JsonValue } from '../json-value';
import type { Invocation } from '../lambda/invocation';

/**
 * The metrics that the handler has published for CloudWatch of the runs of a stack's jobs, in the order in which they ended:
 * CloudWatch takes them from the lines of the log that have them in its embedded format.
 *
 * @param invocations Those of the operation.
 */
export function runMetricLines(stackPath: string, invocations: readonly Invocation[]): string[] {
  return invocations
    .filter(({ origin }) => origin.stackPath === stackPath)
    .flatMap(({ log, origin }) =>
      log.flatMap((line) => metricsIn(line).map((text) => `${jobNames(origin)[0]}: ${text}`)),
    );
}

function metricsIn(line: string): string[] {
  const document = documentIn(line);
  if (document === undefined || !isJsonObject(document) || !isJsonObject(document._aws)) return [];
  const { CloudWatchMetrics } = document._aws;
  const directives = Array.isArray(CloudWatchMetrics) ? CloudWatchMetrics.filter(isJsonObject) : [];
  return directives.map((directive) => valuesOf(directive, document));
}

/** Functions of the app may print what they like. */
function documentIn(line: string): JsonValue | undefined {
  if (!line.includes('"_aws"')) return undefined;
  try {
    return JSON.parse(line) as JsonValue;
  } catch {
    return undefined;
  }
}

function valuesOf({ Metrics }: JsonObject, document: JsonObject): string {
  const metrics = Array.isArray(Metrics) ? Metrics.filter(isJsonObject) : [];
  return metrics
    .map(({ Name, Unit }) => `${Name} ${document[String(Name)]}${Unit === 'Seconds' ? ' s' : ''}`)
    .join(', ');
}
