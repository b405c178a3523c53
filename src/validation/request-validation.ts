import { Reference, Stack, Token, Tokenization } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { errorList } from './error-list';
import { type Finding, newerValue, refusal, sentence } from './finding';
import { knownMembers } from './known-value';
import { apiOfOverride, memberName, overriddenName, type PropertyNames } from './member-names';
import { RequestModelCheck } from './model-check';
import { report, takeNoted } from './noted-findings';
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
 * Checks the request of a job: throws one error with all that is wrong, what was noted before included, and warns of what
 * may be. What only tokens say is checked when the app is synthesized, as far as it is known then.
 */
export function validateRequest<Request extends object>(
  construct: IConstruct,
  request: Request,
  validation: RequestValidation<Request>,
): void {
  const { findings, open } = findingsIn(request, validation);
  const errors = report(construct, [...takeNoted(construct), ...findings]);
  if (errors.length > 0) throw new Error(`${construct.node.path}: ${textOf(errors, validation.model)}`);
  if (open.every(isReference)) return;
  construct.node.addValidation({ validate: () => checkResolved(construct, request, validation, findings) });
}

/** Checks a request in which tokens have left something open, now that lazy values have come true. */
function checkResolved<Request extends object>(
  construct: IConstruct,
  request: Request,
  validation: RequestValidation<Request>,
  reported: readonly Finding[],
): string[] {
  const resolved = Stack.of(construct).resolve(request) as Request;
  // a warning that was acknowledged in the meantime must not come again
  const texts = new Set(reported.map(sentence));
  const isReported = (finding: Finding) =>
    texts.has(sentence(finding)) ||
    reported.some(({ warning }) => warning !== undefined && warning === finding.warning);
  const findings = findingsIn(resolved, validation)
    .findings.filter((finding) => !isReported(finding))
    .map((finding) => (finding.isNewerMember ? hidden(finding) : finding));
  const errors = report(construct, findings);
  return errors.length > 0 ? [textOf(errors, validation.model)] : [];
}

/** What the model and the rules say of a request, and the values that are still open in it. */
function findingsIn<Request extends object>(
  request: Request,
  { model, names, overrides, rules }: RequestValidation<Request>,
): { readonly findings: readonly Finding[]; readonly open: readonly unknown[] } {
  const check = new RequestModelCheck(model, (path) => memberName(names, overrides, path));
  check.check(model.request, request);
  const ruled = check.isWellTyped ? [...rules(knownMembers(request) as Request)] : [];
  const named = ruled.map((finding) =>
    finding.member ? { ...finding, member: overriddenName(finding.member, overrides) } : finding,
  );
  // where a rule is stricter than the model, it says all that is allowed
  const ruledMembers = new Set(named.map(apiOf));
  const isRuled = (api: string | undefined) => api !== undefined && ruledMembers.has(api);
  const modelled = check.findings.filter((finding) => !isRuled(apiOf(finding)));
  return { findings: [...modelled, ...named].map((finding) => relaxed(finding, model)), open: check.open };
}

/** A limit that an override goes beyond may be an older one. */
function relaxed(finding: Finding, { source }: OperationModel): Finding {
  const { member, isLimit } = finding;
  if (!isLimit || member?.isOverride !== true) return finding;
  return newerValue(finding, apiOfOverride(member.property), source);
}

/** A member that is newer than the library goes to the handler beside the request, which is divided before it is resolved. */
function hidden({ member }: Finding): Finding {
  const text = "must be written out in 'requestOverrides', not made by a token: this library does not know the member";
  return refusal(member, text);
}

/** What the API calls the member of an error. */
function apiOf({ member, warning }: Finding): string | undefined {
  if (!member || warning !== undefined) return undefined;
  return member.isOverride ? member.property : member.api;
}

function textOf(errors: readonly string[], { operation }: OperationModel): string {
  return errorList(errors, `members of the request are invalid for ${operation}`);
}

/** Whether nothing more is known of a value at synthesis: it refers to a resource, or to a parameter. */
function isReference(value: unknown): boolean {
  if (typeof value === 'string') {
    return Tokenization.reverseString(value).tokens.every((token) => Reference.isReference(token));
  }
  const token = Token.isUnresolved(value) ? Tokenization.reverse(value) : undefined;
  return token !== undefined && Reference.isReference(token);
}
