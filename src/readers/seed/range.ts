/** A half-open range of UTF-16 offsets into the decoded text. Bytes are called a `Span`. */
export interface Range {
  from: number;
  to: number;
}
