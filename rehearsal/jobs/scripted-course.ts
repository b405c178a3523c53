import { jobNames, type JobCourse, type JobScript } from './job-course';
import type { ApiCall } from '../emulated-api/api-call';

export interface ScriptContext {
  readonly script: () => JobScript;
  /** Learns which course of the script a job takes. */
  readonly onCourse: (key: string) => void;
}

/** How the script has the job go that a call creates. */
export function scriptedCourse({ caller }: ApiCall, name: string, { script, onCourse }: ScriptContext): JobCourse {
  const names = caller ? jobNames(caller.origin) : [];
  const courses = script();
  const key = [name, ...names, '*'].find((candidate) => candidate in courses);
  if (key === undefined) return {};
  onCourse(key);
  return courses[key];
}
