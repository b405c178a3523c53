import type { PublishedModel, PublishedShape } from './published-model';
import type { JobFacts } from '../../src/validation/service-model/job-facts';

/** Where a service says why a job has failed. */
const REASONS = ['FailureReason', 'failureMessage', 'failureMessages', 'failureReasons', 'message'];
/** Where it says when a job was created. */
const CREATION_TIMES = ['CreationTime', 'creationTime', 'submitTime', 'startedAt'];
/** What a job is called, or has its name in. */
const namesOf = (kind: string) => [`${kind}Name`, 'jobName', 'description'];
/** Tokens of the handler have at least so many characters. */
const SHORT_TOKEN = 12;
/** What a Create call is refused with that goes beyond a quota. */
const QUOTA_ERRORS = ['ResourceLimitExceeded', 'ServiceQuotaExceededException'];

/**
 * What the model of a service says of a kind of job.
 *
 * @param kind As in the names of its operations: `TrainingJob` of `CreateTrainingJob`.
 */
export function jobFactsOf(service: string, kind: string, published: PublishedModel, source: string): JobFacts {
  const model = new JobModel(kind, published, source);
  const create = model.operation('Create') ?? model.operation('Start');
  const describe = model.operation('Describe') ?? model.operation('Get');
  if (!create || !describe) throw model.lacks('operations that create and describe one');
  const request = model.request(create);
  const [answer, wrapper] = model.unwrapped(model.answer(create));
  const [description] = model.unwrapped(model.answer(describe));
  const name = first(namesOf(kind), request) ?? model.lack('a name');
  const tags = Object.keys(request).filter((member) => /tags$/i.test(member));
  const asked = Object.keys(model.request(describe));
  const identifier = asked.find((member) => asked.length === 1 || !(member in request)) ?? model.lack('an identifier');
  const place = asked.filter((member) => member !== identifier);
  const arnMember = Object.keys(answer).find((member) => member.endsWith('Arn')) ?? identifier;
  const list = model.operation('List', 's');
  return {
    service,
    arnResource: model.resourceOf(place.length === 0 ? answer[arnMember] : arnShapeOf(place[0])),
    operations: {
      create,
      describe,
      ...optional('stop', model.operation('Stop')),
      ...optional('delete', model.operation('Delete')),
      // one that is described by its name needs no looking for
      ...optional('list', identifier === name ? undefined : list),
    },
    identifier,
    ...optional('place', place.length === 0 ? undefined : place),
    ...optional('answer', wrapper),
    arnHasName: identifier === name,
    longestName: model.shape(request[name]).max ?? model.lack('a longest name'),
    mostTags: tags.length === 0 ? 0 : Math.min(...tags.map((member) => model.shape(request[member]).max ?? Infinity)),
    request: {
      name,
      tags,
      ...optional('tag', tags.length === 0 ? undefined : model.tagOf(request[tags[0]])),
      ...optional('role', first(['RoleArn', 'roleArn'], request)),
      ...tokenIn(request, model),
    },
    createdArn: arnMember,
    description: {
      name: first([name], description) ?? model.lack('a name to be shown'),
      arn: memberOf(answer[arnMember], without(description, place)) ?? model.lack('an ARN to be shown'),
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

  /** What an answer says, where all of it is in one member, and that member. */
  public unwrapped(answer: Members): [Members, string?] {
    const [[member, shape] = ['', ''], ...others] = Object.entries(answer);
    const { members } = others.length === 0 ? (this.published.shapes[shape] ?? {}) : {};
    return members ? [this.shapesOf(members), member] : [answer];
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
    return this.shapesOf(reference ? (this.shape(reference.shape).members ?? {}) : {});
  }

  private shapesOf(members: NonNullable<PublishedShape['members']>): Members {
    return Object.fromEntries(Object.entries(members).map(([member, { shape }]) => [member, shape]));
  }
}

/** The shape of the ARN of what has an id, as `KnowledgeBaseArn` of `knowledgeBaseId`. */
function arnShapeOf(id: string): string {
  return `${id[0].toUpperCase()}${id.slice(1).replace(/Id$/, 'Arn')}`;
}

function tokenIn(request: Members, model: JobModel): Pick<JobFacts['request'], 'token' | 'shortestToken'> {
  const token = first(['clientRequestToken', 'clientToken'], request);
  const { min = 0 } = token === undefined ? {} : model.shape(request[token]);
  return { ...optional('token', token), ...optional('shortestToken', min > SHORT_TOKEN ? min : undefined) };
}

function without(members: Members, names: readonly string[]): Members {
  return Object.fromEntries(Object.entries(members).filter(([member]) => !names.includes(member)));
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
