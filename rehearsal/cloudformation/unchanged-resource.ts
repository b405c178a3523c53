import { scalarsAsStrings } from './intrinsic-functions';
import type { StackResource } from './stack';
import { canonicalJson } from '../json-value';

/** A resource whose properties stay, which needs no update: only its dependencies and policies may change. */
export function unchangedResource(existing: StackResource, next: StackResource): StackResource | undefined {
  const [before, after] = [existing, next].map(({ properties }) => canonicalJson(scalarsAsStrings(properties)));
  if (before !== after) return undefined;
  const { dependencies, deletionPolicy, updateReplacePolicy, path } = next;
  return { ...existing, dependencies, deletionPolicy, updateReplacePolicy, path };
}
