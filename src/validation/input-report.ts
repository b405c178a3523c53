import * as cdk from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { type Finding, sentence } from './finding';

/** The library's own warnings, as the CDK keeps them in the metadata of constructs. */
const WARNING = 'aws:cdk:warning';
const OWN_WARNING = /^([^]*) \[ack: cdk-ml-jobs:([^\]]+)\]$/;
/** With this flag, the CDK itself reports what is in the metadata. */
const REPORTS_ANNOTATIONS = '@aws-cdk/core:annotationsInValidationReport';

/** A violation as the validation report of the CDK has it. */
interface Violation {
  readonly ruleName: string;
  readonly description: string;
  readonly severity: 'error' | 'warning';
  readonly violatingResources: readonly { readonly constructPath: string; readonly locations: readonly string[] }[];
}

/** What newer versions of the CDK have for plugins; older ones lack it. */
interface CdkValidations {
  of(scope: IConstruct): { addPlugins(plugin: InputReport): void };
}

const REPORTS = new WeakMap<IConstruct, InputReport>();

/** A plugin of the CDK's validation: errors in inputs are violations, by the paths of constructs, and no error elsewhere. */
export class InputReport {
  /** The report that takes what is found in the inputs of a construct, if there is one. */
  public static of(construct: IConstruct): InputReport | undefined {
    const scope = [...construct.node.scopes].reverse().find((each) => REPORTS.has(each));
    return scope && REPORTS.get(scope);
  }

  /** Lets the CDK report what is found below a scope, where it can. */
  public static addTo(scope: IConstruct): void {
    const { Validations } = cdk as unknown as { readonly Validations?: CdkValidations };
    if (!Validations || REPORTS.has(scope)) return;
    const report = new InputReport(scope);
    Validations.of(scope).addPlugins(report);
    REPORTS.set(scope, report);
  }

  public readonly name = 'cdk-ml-jobs';
  private readonly errors: Violation[] = [];

  private constructor(private readonly scope: IConstruct) {}

  /** Takes an error about the input of a construct. */
  public take({ node }: IConstruct, finding: Finding & { readonly input: string }): void {
    this.errors.push(violation('error', finding.input, sentence(finding), node.path));
  }

  /** Called by the CDK. */
  public validate(): { readonly success: boolean; readonly violations: readonly Violation[] } {
    const warnings = cdk.FeatureFlags.of(this.scope).isEnabled(REPORTS_ANNOTATIONS) ? [] : this.warnings();
    return { success: this.errors.length === 0, violations: [...this.errors, ...warnings] };
  }

  /** The library's warnings that nobody has acknowledged. */
  private warnings(): Violation[] {
    return this.scope.node.findAll().flatMap(({ node }) =>
      node.metadata.flatMap(({ type, data }) => {
        const found = type === WARNING ? OWN_WARNING.exec(String(data)) : null;
        return found ? [violation('warning', found[2], found[1], node.path)] : [];
      }),
    );
  }
}

function violation(severity: Violation['severity'], rule: string, description: string, path: string): Violation {
  return {
    ruleName: rule,
    description,
    severity,
    violatingResources: [{ constructPath: path, locations: [] }],
  };
}
