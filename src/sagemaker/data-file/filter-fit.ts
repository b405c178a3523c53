/** A step of a filter: the members of an object that it takes, or the places in a list. */
export type FilterStep = { readonly names: readonly string[] } | { readonly indexes: readonly number[] };

/**
 * Why a filter finds nothing in a record, by its first step; undefined where it may find something.
 *
 * @param columns How many columns a row has, for CSV.
 */
export function filterProblem(
  step: FilterStep,
  record: { readonly columns: number } | { readonly value: unknown },
): string | undefined {
  const isList = 'columns' in record || Array.isArray(record.value);
  if ('names' in step) {
    if (isList || !('value' in record) || typeof record.value !== 'object' || record.value === null) {
      return isList ? 'takes members by their names, and the record is a list' : undefined;
    }
    const members = Object.keys(record.value);
    const missing = step.names.find((name) => !members.includes(name) && name !== 'SageMakerOutput');
    return missing === undefined ? undefined : `takes '${missing}', which the record does not have`;
  }
  if (!isList) return 'takes items by their indexes, and the record is no list';
  const length = 'columns' in record ? record.columns : (record.value as unknown[]).length;
  const beyond = step.indexes.find((index) => index >= length || index < -length);
  const what = 'columns' in record ? 'columns' : 'items';
  return beyond === undefined ? undefined : `takes the index ${beyond}, and the record has ${length} ${what}`;
}
