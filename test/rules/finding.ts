/** What a rule of somebody else's has found. */
export interface Finding {
  /** The tool that the rule belongs to: `cfn-lint`, `checkov`, `cdk-nag 2`, `cdk-nag 3`, `aws-cdk-lib`. */
  readonly tool: string;
  /** The rule, and in brackets what of it, where a tool says so. */
  readonly rule: string;
  /** The path of the resource among the constructs, which begins with the stack's id. */
  readonly path: string;
  readonly text: string;
}

/** Where a child program that looks for findings leaves them, in the folder that it was given. */
export const FINDINGS_FILE = 'findings.json';
