import { ServiceError } from './service-error';
import { isJsonObject, type JsonObject, type JsonValue } from '../json-value';

/** How a service speaks of tags. */
export interface TagWords {
  readonly key: string;
  readonly value: string;
  /** The error of a resource that does not exist. */
  readonly notFound: (arn: string) => ServiceError;
}

/** The services keep such keys for themselves, in any letter case. */
const RESERVED_KEY = /^aws:/i;

/** The tags of resources, by ARN: two that differ in letter case only are those of one resource. */
export class ResourceTags {
  private readonly tags = new Map<string, Map<string, string>>();

  constructor(private readonly words: TagWords) {}

  /** Refuses tags that nobody may set. */
  public check(tags: JsonValue | undefined): void {
    const keys = (Array.isArray(tags) ? tags : []).flatMap((tag) => (isJsonObject(tag) ? [tag[this.words.key]] : []));
    if (keys.some((key) => RESERVED_KEY.test(String(key)))) {
      throw ServiceError.validation('aws: prefixed tag key names are not allowed for external use.');
    }
  }

  public create(arn: string, tags: JsonValue | undefined): void {
    this.tags.set(arn.toLowerCase(), new Map());
    this.add(arn, tags);
  }

  public remove(arn: string): void {
    this.tags.delete(arn.toLowerCase());
  }

  public list(arn: string): JsonObject[] {
    const { key, value } = this.words;
    return [...this.of(arn)].map(([name, text]) => ({ [key]: name, [value]: text }));
  }

  public add(arn: string, tags: JsonValue | undefined): void {
    this.check(tags);
    const own = this.of(arn);
    for (const tag of Array.isArray(tags) ? tags : []) {
      if (isJsonObject(tag)) own.set(String(tag[this.words.key]), String(tag[this.words.value]));
    }
  }

  public delete(arn: string, keys: JsonValue | undefined): void {
    const own = this.of(arn);
    (Array.isArray(keys) ? keys : []).forEach((key) => own.delete(String(key)));
  }

  private of(arn: string): Map<string, string> {
    const tags = this.tags.get(arn.toLowerCase());
    if (!tags) throw this.words.notFound(arn);
    return tags;
  }
}
