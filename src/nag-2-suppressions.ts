import { AspectPriority, Aspects, CfnResource, type IAspect, type Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Where cdk-nag 2 looks for why a finding on a resource is as it should be. */
const METADATA_KEY = 'cdk_nag';

/** A finding that is explained, as cdk-nag 2 reads it in the metadata of a resource. */
interface Suppression {
  readonly id: string;
  readonly reason: string;
  readonly applies_to?: readonly string[];
}

/** The least that cdk-nag 2 takes for a reason, in characters. */
const SHORTEST_REASON = 10;

/**
 * Why findings on a construct, and on all in it, are as they should be: by `annotation::<rule>` or `annotation::<rule>[<finding>]`.
 * Other ids are those of findings of the CDK and of this library, of which cdk-nag 2 knows nothing.
 */
export type Acknowledgments = (construct: IConstruct) => { readonly [id: string]: string };

const STACKS = new WeakSet<Stack>();

/**
 * Has a stack explain to cdk-nag 2 what is acknowledged on its constructs. It reads the metadata of the resources
 * themselves, some of which are made after the acknowledgment; and as that is written into the template, whose size is
 * limited, it is there only where cdk-nag 2 is.
 */
export function suppressForNag2(stack: Stack, acknowledgments: Acknowledgments): void {
  if (STACKS.has(stack)) return;
  STACKS.add(stack);
  Aspects.of(stack).add(new Nag2Suppressions(acknowledgments), { priority: AspectPriority.MUTATING });
}

class Nag2Suppressions implements IAspect {
  constructor(private readonly acknowledgments: Acknowledgments) {}

  public visit(node: IConstruct): void {
    if (!CfnResource.isCfnResource(node)) return;
    const { scopes } = node.node;
    if (!scopes.some(hasNag2)) return;
    const suppressions = scopes.flatMap((scope) => Object.entries(this.acknowledgments(scope)).flatMap(suppressionsOf));
    if (suppressions.length > 0) suppress(node, suppressions);
  }
}

/** Whether cdk-nag 2 looks at a construct: its packs of rules are aspects, those of newer versions are not. */
function hasNag2(scope: IConstruct): boolean {
  return Aspects.of(scope).all.some((aspect) => typeof (aspect as { packName?: unknown }).packName === 'string');
}

/** The suppression that an acknowledgment is for cdk-nag 2, which fails for each that it cannot read; or none. */
function suppressionsOf([acknowledged, reason]: [string, string]): Suppression[] {
  const [, id, finding] = /^annotation::([^[\]]+)(?:\[(.*)\])?$/.exec(acknowledged) ?? [];
  if (id === undefined || reason.length < SHORTEST_REASON) return [];
  return [{ id, reason, ...(finding !== undefined && { applies_to: [finding] }) }];
}

function suppress(resource: CfnResource, suppressions: readonly Suppression[]): void {
  const metadata = resource.getMetadata(METADATA_KEY) as { rules_to_suppress?: Suppression[] } | undefined;
  const all = [...(metadata?.rules_to_suppress ?? []), ...suppressions].map((each) => JSON.stringify(each));
  const rules = [...new Set(all)].map((text) => JSON.parse(text) as Suppression);
  resource.addMetadata(METADATA_KEY, { ...metadata, rules_to_suppress: rules });
}
