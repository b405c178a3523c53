import { ServiceError } from '../emulated-api/service-error';
import { isJsonObject, type JsonObject, type JsonValue } from '../json-value';

/** The tags of resources, by ARN. */
export class ResourceTags {
  private readonly tags = new Map<string, Map<string, string>>();

  public create(arn: string, tags: JsonValue | undefined): void {
    this.tags.set(arn, new Map());
    this.add(arn, tags);
  }

  public remove(arn: string): void {
    this.tags.delete(arn);
  }

  public list(arn: string): JsonObject[] {
    return [...this.of(arn)].map(([Key, Value]) => ({ Key, Value }));
  }

  public add(arn: string, tags: JsonValue | undefined): void {
    const own = this.of(arn);
    for (const tag of Array.isArray(tags) ? tags : []) {
      if (isJsonObject(tag)) own.set(String(tag.Key), String(tag.Value));
    }
  }

  public delete(arn: string, keys: JsonValue | undefined): void {
    const own = this.of(arn);
    (Array.isArray(keys) ? keys : []).forEach((key) => own.delete(String(key)));
  }

  private of(arn: string): Map<string, string> {
    const tags = this.tags.get(arn);
    if (!tags) throw ServiceError.validation(`Could not find resource ${arn}.`);
    return tags;
  }
}
