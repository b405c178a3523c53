import {
  type CfnResource,
  DefaultTokenResolver,
  type IResolvable,
  Reference,
  Stack,
  StringConcat,
  Tokenization,
} from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { elementsNamed, namesIn } from './names-in-template';

/** What a value refers to that is in the template of a scope, be it by its name there, such as in `Fn.getAtt('Id', 'Arn')`. */
export function targetsOf(scope: IConstruct, value: unknown): IConstruct[] {
  const resolver = new ReferenceCollector();
  const names = new Set(namesIn(Tokenization.resolve(value, { scope, resolver })));
  for (const name of resolver.names) names.add(name);
  return names.size === 0 ? resolver.targets : [...resolver.targets, ...elementsNamed(Stack.of(scope), [...names])];
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
  /** What is named in functions of CloudFormation, be they within a text. */
  public readonly names: string[] = [];

  constructor() {
    super(new StringConcat());
  }

  public override resolveToken(...[token, ...rest]: Parameters<DefaultTokenResolver['resolveToken']>): unknown {
    if (isReference(token)) {
      this.targets.push(token.target);
      return token.displayName;
    }
    const value: unknown = super.resolveToken(token, ...rest);
    this.names.push(...namesIn(value));
    return value;
  }
}

function isReference(token: IResolvable): token is Reference {
  return Reference.isReference(token);
}
