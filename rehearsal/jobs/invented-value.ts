/** A result that a job has and that nobody here can know. */
export interface InventedValue {
  readonly name: string;
  readonly value: number;
  readonly why: 'nothing was trained' | 'nothing was read';
}
