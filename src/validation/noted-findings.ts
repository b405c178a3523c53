import { Annotations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { type Finding, sentence } from './finding';
import { InputReport } from './input-report';

/** What was found while the requests of constructs were rendered. */
const NOTED = new WeakMap<IConstruct, Finding[]>();

/**
 * Notes something about the properties of a construct with which its request can still be rendered: it is reported
 * together with what is found in the request, or with an error before that.
 */
export function note(construct: IConstruct, finding: Finding): void {
  const noted = NOTED.get(construct);
  if (noted) {
    noted.push(finding);
    return;
  }
  NOTED.set(construct, [finding]);
  // a value may be bound to a construct that is no job: nothing reports what is noted there before the synthesis
  construct.node.addValidation({ validate: () => report(construct, takeNoted(construct)) });
}

/** Notes several findings. */
export function noteAll(construct: IConstruct, findings: Iterable<Finding>): void {
  for (const finding of findings) note(construct, finding);
}

/** All that was noted, and not taken yet. */
export function takeNoted(construct: IConstruct): readonly Finding[] {
  const noted = NOTED.get(construct) ?? [];
  NOTED.set(construct, []);
  return noted;
}

/** Warns of what may be wrong; returns what is, but for what the validation report of the CDK takes. */
export function report(construct: IConstruct, findings: readonly Finding[]): string[] {
  const inputReport = InputReport.of(construct);
  const errors: string[] = [];
  for (const finding of findings) {
    const { warning, input } = finding;
    if (warning !== undefined) Annotations.of(construct).addWarningV2(warning, sentence(finding));
    else if (inputReport && input !== undefined) inputReport.take(construct, { ...finding, input });
    else errors.push(sentence(finding));
  }
  return errors;
}
