import type * as iam from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';

/** Where the resources of a growing statement go. */
export interface GrowingStatementProps {
  /** The statement for one resource. */
  readonly statement: (resource: string) => iam.PolicyStatement;
  /** Whether the policy has room for another resource. */
  readonly hasRoom: (resource: string, isFirst: boolean) => boolean;
  /** Puts the statement into the policy. */
  readonly start: (statement: iam.PolicyStatement) => IConstruct;
  /** Allows elsewhere what the policy has no room for. */
  readonly spill: (statement: iam.PolicyStatement) => IConstruct;
}

/** A permission whose resources grow with the jobs, each once: in one statement, as long as its policy has room. */
export class GrowingStatement {
  private readonly places = new Map<string, IConstruct>();
  private inPolicy?: { readonly statement: iam.PolicyStatement; readonly policy: IConstruct };

  constructor(private readonly props: GrowingStatementProps) {}

  /** Allows a resource. Returns what has the permission. */
  public add(resource: string): IConstruct {
    const place = this.places.get(resource) ?? this.place(resource);
    this.places.set(resource, place);
    return place;
  }

  private place(resource: string): IConstruct {
    const { statement: statementFor, hasRoom, start, spill } = this.props;
    const { inPolicy } = this;
    if (!hasRoom(resource, inPolicy === undefined)) return spill(statementFor(resource));
    if (inPolicy) {
      inPolicy.statement.addResources(resource);
      return inPolicy.policy;
    }
    const statement = statementFor(resource);
    const policy = start(statement);
    this.inPolicy = { statement, policy };
    return policy;
  }
}
