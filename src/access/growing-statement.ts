import type * as iam from 'aws-cdk-lib/aws-iam';

/** A statement with more ARNs may be too long for a policy, and a statement cannot be divided. */
const MOST_RESOURCES = 25;

/** A permission whose resources grow with the jobs: in as few statements as there is room for, each resource once. */
export class GrowingStatement {
  private readonly resources = new Set<string>();
  private last?: iam.PolicyStatement;
  private lastHas = 0;

  /**
   * @param start Makes the statement with its first resource, and puts it where it belongs.
   */
  constructor(private readonly start: (resource: string) => iam.PolicyStatement) {}

  public add(resource: string): void {
    if (this.resources.has(resource)) return;
    this.resources.add(resource);
    if (this.last && this.lastHas < MOST_RESOURCES) {
      this.last.addResources(resource);
      this.lastHas += 1;
    } else {
      this.last = this.start(resource);
      this.lastHas = 1;
    }
  }
}
