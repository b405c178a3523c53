import { type IResolvable, type IResolveContext, Reference, Token, Tokenization } from 'aws-cdk-lib';
import { isOpen } from './validation/open-value';
import { isPlainObject } from './validation/plain-object';

/**
 * A token that comes to what `change` makes of its value, once the synthesis knows that. References, which the CDK looks for, and
 * functions of CloudFormation's are left as they are, and so is what is no token.
 */
export function onceKnown(value: unknown, change: (known: unknown) => unknown): unknown {
  if (!Tokenization.isResolvable(value) || Reference.isReference(value)) return value;
  return new ChangedToken(value, change);
}

class ChangedToken implements IResolvable {
  public readonly creationStack: string[];
  public readonly typeHint: IResolvable['typeHint'];

  constructor(
    private readonly token: IResolvable,
    private readonly change: (known: unknown) => unknown,
  ) {
    this.creationStack = token.creationStack;
    this.typeHint = token.typeHint;
  }

  public resolve(context: IResolveContext): unknown {
    const known: unknown = this.token.resolve(context);
    return isOpen(known) && isPlainObject(known) ? known : this.change(known);
  }

  public toString(): string {
    return Token.asString(this);
  }
}
