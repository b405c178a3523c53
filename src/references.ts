import {
  type CfnResource,
  DefaultTokenResolver,
  type IResolvable,
  Reference,
  StringConcat,
  Tokenization,
} from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** What a value refers to. */
export function targetsOf(scope: IConstruct, value: unknown): IConstruct[] {
  const resolver = new ReferenceCollector();
  Tokenization.resolve(value, { scope, resolver });
  return resolver.targets;
}

/** The resources that a person has said to be made before one. */
export function awaitedBy({ node }: IConstruct): IConstruct[] {
  const constructs = node.scopes.flatMap((each) => each.node.dependencies);
  return [...new Set(constructs)].flatMap((each) => each.node.findAll());
}

/** The properties as they were given: the CDK keeps them for the classes of resources. */
export function propertiesOf(resource: CfnResource): unknown {
  return (resource as unknown as { readonly cfnProperties: unknown }).cfnProperties;
}

/** What `addOverride()` and its like say of a resource, which the CDK keeps apart from its properties. */
export function overridesOf(resource: CfnResource): unknown[] {
  const { rawOverrides = {} } = resource as unknown as { readonly rawOverrides?: object };
  return Object.keys(rawOverrides).length === 0 ? [] : [rawOverrides];
}

/** Collects what references refer to, and leaves open what they come to. */
class ReferenceCollector extends DefaultTokenResolver {
  public readonly targets: IConstruct[] = [];

  constructor() {
    super(new StringConcat());
  }

  public override resolveToken(...[token, ...rest]: Parameters<DefaultTokenResolver['resolveToken']>): unknown {
    if (!isReference(token)) return super.resolveToken(token, ...rest);
    this.targets.push(token.target);
    return token.displayName;
  }
}

function isReference(token: IResolvable): token is Reference {
  return Reference.isReference(token);
}
