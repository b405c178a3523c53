/**
 * The folder of a job of its own below the location that all attempts at it have in common. In one folder, a new job
 * would overwrite what the job before it has made, and a rollback would use the wrong results; nor would what uses them
 * notice that they have changed.
 */
export function ownFolder(location: string, name: string): string {
  return `${location.replace(/\/$/, '')}/${name}/`;
}
