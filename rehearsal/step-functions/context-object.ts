import { isJsonObject, type JsonObject, type JsonValue } from '../json-value';

/** What `$$` refers to: lives as the execution goes from state to state. */
export class ContextObject {
  public readonly Execution: JsonObject;
  public readonly StateMachine: JsonObject;
  public readonly State = { Name: '', EnteredTime: '', RetryCount: 0 };

  constructor(
    private readonly now: () => number,
    execution: { readonly arn: string; readonly name: string; readonly roleArn: string },
    stateMachineArn: string,
  ) {
    this.Execution = { Id: execution.arn, Name: execution.name, RoleArn: execution.roleArn };
    this.StateMachine = { Id: stateMachineArn, Name: stateMachineArn.split(':').pop() ?? '' };
  }

  /**
   * The definition with states that tell this object when they are entered: the interpreter looks a state up exactly
   * then, and tells of it only later.
   */
  public watch(definition: JsonObject): JsonObject {
    const states = isJsonObject(definition.States) ? definition.States : {};
    const watched = new Proxy(states, {
      get: (target, name) => {
        if (typeof name === 'string' && Object.hasOwn(target, name)) this.enter(name);
        return Reflect.get(target, name) as JsonValue;
      },
    });
    return { ...definition, States: watched };
  }

  private enter(name: string): void {
    Object.assign(this.State, { Name: name, EnteredTime: new Date(this.now()).toISOString(), RetryCount: 0 });
  }
}
