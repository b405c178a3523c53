import { isJsonObject, type JsonValue } from '../json-value';

/** What a construct of the app warns of, or cannot do, as the CDK's command line shows it. */
export interface Annotation {
  readonly severity: 'Error' | 'Warning';
  /** Such as `/App/Compile`. */
  readonly path: string;
  readonly text: string;
}

const SEVERITIES: Readonly<Record<string, Annotation['severity']>> = {
  'aws:cdk:error': 'Error',
  'aws:cdk:warning': 'Warning',
};

/** The annotations in the metadata of a stack. */
export function annotationsIn(metadata: JsonValue | undefined): Annotation[] {
  return Object.entries(isJsonObject(metadata) ? metadata : {}).flatMap(([path, entries]) =>
    (Array.isArray(entries) ? entries : []).filter(isJsonObject).flatMap(({ type, data }) => {
      const severity = SEVERITIES[String(type)];
      return severity === undefined ? [] : [{ severity, path, text: String(data) }];
    }),
  );
}

/** An annotation as the CDK's command line prints it. */
export function annotationLine({ severity, path, text }: Annotation): string {
  return `[${severity} at ${path}] ${text}`;
}
