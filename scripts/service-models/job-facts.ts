import type { PublishedModel, PublishedShape } from './published-model';
import type { JobFacts } from '../../src/validation/service-model/job-facts';

/** Where a service says why a job has failed. */
const REASONS = ['FailureReason', 'failureMessage', 'failureMessages', 'message'];
/** Where it says when a job was created. */
const CREATION_TIMES = ['CreationTime', 'creationTime', 'submitTime'];
/** What a Create call is refused with that goes beyond a quota. */
const QUOTA_ERRORS = ['ResourceLimitExceeded', 'ServiceQuotaExceededException'];

/**
 * What the model of a service says of a kind of job.
 *
 * @param kind As in the names of its operations: `TrainingJob` of `CreateTrainingJob`.
 */
export function jobFactsOf(service: string, kind: string, published: PublishedModel, source: string): JobFacts {
  const model = new JobModel(kind, published, source);
  const [create, describe] = [model.operation('Create')!, model.operation('Describe') ?? model.operation('Get')];
  if (!create || !describe) throw model.lacks('operations that create and describe one');
  const [request, answer, description] = [model.request(create), model.answer(create), model.answer(describe)];
  const [arnMember] = Object.keys(answer).filter((member) => member.endsWith('Arn'));
  const name = first([`${kind}Name`, 'jobName'], request) ?? model.lack('a name');
  const tags = Object.keys(request).filter((member) => /tags$/i.test(member));
  const [identifier] = Object.keys(model.request(describe));
  const list = model.operation('List', 's');
  return {
    service,
    arnResource: model.resourceOf(answer[arnMember]),
    operations: {
      create,
      describe,
      ...optional('stop', model.operation('Stop')),
      ...optional('delete', model.operation('Delete')),
      // one that is described by its name needs no looking for
      ...optional('list', identifier === name ? undefined : list),
    },
    identifier,
    arnHasName: identifier === name,
    longestName: model.shape(request[name]).max ?? model.lack('a longest name'),
    mostTags: Math.min(...tags.map((member) => model.shape(request[member]).max ?? Infinity)),
    request: {
      name,
      tags,
      tag: model.tagOf(request[tags[0]]),
      ...optional('role', first(['RoleArn', 'roleArn'], request)),
      ...optional('token', first(['clientRequestToken'], request)),
    },
    createdArn: arnMember,
    description: {
      name: first([name], description) ?? model.lack('a name to be shown'),
      arn: memberOf(answer[arnMember], description) ?? model.lack('an ARN to be shown'),
      status: model.statusIn(description),
      createdAt: first(CREATION_TIMES, description) ?? model.lack('a time of creation'),
      ...optional('reason', first(REASONS, description)),
    },
    statuses: model.shape(description[model.statusIn(description)]).enum ?? model.lack('statuses'),
    ...optional(
      'quotaError',
      model.errors(create).find((error) => QUOTA_ERRORS.includes(error)),
    ),
  };
}

/** The shapes of members, by their names. */
type Members = { readonly [member: string]: string };

/** The model of a service as far as it is about one kind of job. */
class JobModel {
  constructor(
    private readonly kind: string,
    private readonly published: PublishedModel,
    private readonly source: string,
  ) {}

  /** The operation with a verb, where the service has it. */
  public operation(verb: string, plural = ''): string | undefined {
    const operation = `${verb}${this.kind}${plural}`;
    return operation in this.published.operations ? operation : undefined;
  }

  public request(operation: string): Members {
    return this.members(this.published.operations[operation]!.input);
  }

  public answer(operation: string): Members {
    return this.members(this.published.operations[operation]!.output);
  }

  public errors(operation: string): string[] {
    return (this.published.operations[operation]!.errors ?? []).map(({ shape }) => shape);
  }

  public shape(name: string): PublishedShape {
    return this.published.shapes[name];
  }

  /** As in `arn:aws:sagemaker:us-east-1:111122223333:training-job/name`. */
  public resourceOf(arn: string): string {
    const [, resource] = /:\(*([a-z-]+)\//.exec(this.shape(arn).pattern ?? '') ?? [];
    return resource ?? this.lack('a resource in its ARN');
  }

  public tagOf(list: string): JobFacts['request']['tag'] {
    const [key, value] = Object.keys(this.shape(this.shape(list).member!.shape).members!);
    return { key, value };
  }

  public statusIn(description: Members): string {
    return memberOf(`${this.kind}Status`, description) ?? this.lack('a status');
  }

  public lack(what: string): never {
    throw this.lacks(what);
  }

  public lacks(what: string): Error {
    return new Error(`${this.source}: a ${this.kind} has not ${what}, or not where other kinds have it`);
  }

  private members(reference: { readonly shape: string } | undefined): Members {
    const members = reference ? (this.shape(reference.shape).members ?? {}) : {};
    return Object.fromEntries(Object.entries(members).map(([member, { shape }]) => [member, shape]));
  }
}

function first(names: readonly string[], members: Members): string | undefined {
  return names.find((name) => name in members);
}

/** The member that is of a shape. */
function memberOf(shape: string, members: Members): string | undefined {
  return Object.keys(members).find((member) => members[member] === shape);
}

function optional<Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): { readonly [name in Name]?: Value } {
  return value === undefined ? {} : ({ [name]: value } as { readonly [name in Name]: Value });
}
