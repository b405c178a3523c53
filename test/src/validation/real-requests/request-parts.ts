type Members = { [member: string]: unknown };

/** A request of which parts are taken: what is left has no property, and is said by overrides. */
export class RequestParts {
  private readonly members: Members;

  constructor(request: object) {
    this.members = structuredClone(request) as Members;
  }

  /** Takes out what is at a path, if it is there and is what it should be. */
  public take<Value>(path: string, isFit: (value: Value) => boolean = () => true): Value | undefined {
    const steps = path.split('.');
    const last = steps.pop()!;
    const parent = steps.reduce<Members | undefined>((members, step) => members?.[step] as Members, this.members);
    const value = parent?.[last] as Value | undefined;
    if (value === undefined || !isFit(value)) return undefined;
    delete parent![last];
    return value;
  }

  /** What has not been taken. */
  public get rest(): Members {
    return withoutEmpty(this.members) as Members;
  }
}

/** Objects of which all has been taken are gone, too; lists stay as they are. */
function withoutEmpty(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  const members = Object.entries(value).map(([member, each]) => [member, withoutEmpty(each)] as const);
  const given = members.filter(([, each]) => each !== undefined);
  return given.length === 0 ? undefined : Object.fromEntries(given);
}
