import type { RequestContext } from './request-context';
import { isJsonObject, type JsonValue } from '../json-value';

/** The tags that a request sets, or the keys of those that it removes; it has no others. */
export function tagContext(tags: JsonValue | undefined, key: 'Key' | 'key', keys?: JsonValue): RequestContext {
  const value = key === 'Key' ? 'Value' : 'value';
  const set = (Array.isArray(tags) ? tags : []).filter(isJsonObject);
  const names = [...set.map((tag) => String(tag[key])), ...(Array.isArray(keys) ? keys.map(String) : [])];
  return {
    ...Object.fromEntries(set.map((tag) => [`aws:RequestTag/${String(tag[key])}`, String(tag[value] ?? '')])),
    'aws:RequestTag/*': undefined,
    'aws:TagKeys': names.length > 0 ? names : undefined,
  };
}

export function hasTags(tags: JsonValue | undefined): boolean {
  return Array.isArray(tags) && tags.length > 0;
}
