/** A half-open range of UTF-16 offsets. */
export interface Stretch {
  from: number;
  to: number;
}
