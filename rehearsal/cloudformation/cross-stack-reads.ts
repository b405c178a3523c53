import type { ReadOutput, DeployedStack } from './stack';
import type { StackEnvironment } from './stack-environment';
import type { StackOutputReference } from './stack-output-reference';
import type { OtherStacks } from './stack-scope';

/** Reads for a change of a stack what others export and put out, and knows afterwards what that was. */
export class CrossStackReads implements OtherStacks {
  /** The names of other stacks' exports. */
  public readonly imports = new Set<string>();
  public readonly outputs: ReadOutput[] = [];

  constructor(
    private readonly stack: DeployedStack,
    private readonly environment: StackEnvironment,
  ) {}

  public importValue(name: string): string | undefined {
    this.imports.add(name);
    // in use from now on, and until the stack is as before
    this.stack.imports = new Set([...this.stack.imports, name]);
    return this.environment.exports.find(this.stack, name);
  }

  public output(reference: StackOutputReference): string {
    const value = this.environment.output(reference);
    this.outputs.push({ ...reference, value });
    return value;
  }
}
