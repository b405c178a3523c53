import { Annotations, Reference, Stack, Token, Tokenization } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { Finding } from './finding';
import { inconsistent } from './invalid';
import { knownMembers } from './known-value';
import { memberName, type PropertyNames } from './member-names';
import { RequestModelCheck } from './model-check';
import type { OperationModel } from './service-model/operation-model';

/** What a request is checked against, and how its members are called. */
export interface RequestValidation<Request> {
  readonly model: OperationModel;
  readonly names: PropertyNames;
  /** The members that the user has set by the API's names. */
  readonly overrides: object;
  /**
   * What the model does not say. It is asked only where every member has the type that the model says, and of a request
   * without members that are null.
   */
  readonly rules: (request: Request) => Iterable<Finding>;
}

/**
 * Checks the request of a job: throws one error with all that is wrong, and warns of what may be. What only tokens say is
 * checked when the app is synthesized, as far as it is known then.
 */
export function validateRequest<Request extends object>(
  construct: IConstruct,
  request: Request,
  validation: RequestValidation<Request>,
): void {
  const check = checkOf(validation);
  check.check(validation.model.request, request);
  const rules = check.isWellTyped ? [...validation.rules(knownMembers(request) as Request)] : [];
  const findings = [...check.findings, ...rules];
  const errors = report(construct, findings);
  if (errors.length > 0) throw inconsistent(construct, textOf(errors, validation.model));
  if (check.open.every(isReference)) return;
  construct.node.addValidation({ validate: () => checkResolved(construct, request, validation, findings) });
}

/** Checks a request in which tokens have left something open, now that lazy values have come true. */
function checkResolved<Request>(
  construct: IConstruct,
  request: Request,
  validation: RequestValidation<Request>,
  reported: readonly Finding[],
): string[] {
  const check = checkOf(validation);
  check.check(validation.model.request, Stack.of(construct).resolve(request));
  // a warning that was acknowledged in the meantime must not come again
  const isReported = ({ warning }: Finding) =>
    warning !== undefined && reported.some((each) => each.warning === warning);
  const findings = check.findings.filter((finding) => !isReported(finding));
  const errors = report(construct, findings);
  return errors.length > 0 ? [textOf(errors, validation.model)] : [];
}

function checkOf<Request>({ model, names, overrides }: RequestValidation<Request>): RequestModelCheck {
  return new RequestModelCheck(model, (path) => memberName(names, overrides, path));
}

/** Warns of what may be wrong; returns what is. */
function report(construct: IConstruct, findings: readonly Finding[]): string[] {
  for (const { warning, text } of findings) {
    if (warning !== undefined) Annotations.of(construct).addWarningV2(warning, text);
  }
  return findings.filter(({ warning }) => warning === undefined).map(({ text }) => text);
}

function textOf(errors: readonly string[], { operation }: OperationModel): string {
  if (errors.length === 1) return errors[0];
  return [`${errors.length} members of the request are invalid for ${operation}:`, ...errors].join('\n  - ');
}

/** Whether nothing more is known of a value at synthesis: it refers to a resource, or to a parameter. */
function isReference(value: unknown): boolean {
  if (typeof value === 'string') {
    return Tokenization.reverseString(value).tokens.every((token) => Reference.isReference(token));
  }
  const token = Token.isUnresolved(value) ? Tokenization.reverse(value) : undefined;
  return token !== undefined && Reference.isReference(token);
}
