import type { ObjectStore } from '../../lambda/object-store';

/** A store that has the objects of a bucket, by key: a text, or why it cannot be read. */
export function storedObjects(bucket: string, objects: { readonly [key: string]: string | Error }): ObjectStore {
  const known = (asked: string) => (asked === bucket ? objects : {});
  return {
    // eslint-disable-next-line @typescript-eslint/require-await
    async *keys(asked, prefix) {
      yield* Object.keys(known(asked)).filter((key) => key.startsWith(prefix));
    },
    // eslint-disable-next-line @typescript-eslint/require-await
    async *lines(asked, key) {
      const object = known(asked)[key];
      if (object instanceof Error) throw object;
      yield* object.split('\n');
    },
  };
}

/** A store without objects. */
export const NO_OBJECTS = storedObjects('', {});
