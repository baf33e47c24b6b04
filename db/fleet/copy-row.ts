const HEADER_START = 0x5047434f; // "PGCO"
const HEADER_BYTES = 19;
/** Stands in place of the number of fields after the last row. */
const END = 0xffff;
const MS_OF_2000 = Date.UTC(2000, 0, 1);

/** One row of COPY's binary format, without a string made of it: a field is a place in `bytes`. Read it before the next row comes. */
export class CopyRow {
  bytes: Buffer = Buffer.alloc(0);
  private readonly starts: number[] = [];
  private readonly lengths: number[] = [];

  start(field: number): number {
    return this.starts[field] ?? 0;
  }

  end(field: number): number {
    return this.start(field) + (this.lengths[field] ?? 0);
  }

  isNull(field: number): boolean {
    return (this.lengths[field] ?? -1) < 0;
  }

  text(field: number): string {
    return this.bytes.toString('utf8', this.start(field), this.end(field));
  }

  bigint(field: number): bigint {
    return this.bytes.readBigInt64BE(this.start(field));
  }

  int32(field: number): number {
    return this.bytes.readInt32BE(this.start(field));
  }

  /** A timestamptz in milliseconds since the epoch. */
  time(field: number): number {
    return timeAt(this.bytes, this.start(field));
  }

  /** Where the elements of an array of one dimension start; none of them is null. */
  elements(field: number): number[] {
    const places: number[] = [];
    const { bytes } = this;
    let at = this.start(field);
    if (this.isNull(field) || bytes.readInt32BE(at) === 0) return places;
    const end = this.end(field);
    for (at += 20; at < end; at += 4 + bytes.readInt32BE(at)) places.push(at + 4);
    return places;
  }

  /** Points this row at each row of the message in turn. */
  readMessage(bytes: Buffer, onRow: (row: CopyRow) => void): void {
    this.bytes = bytes;
    let at = bytes.length >= HEADER_BYTES && bytes.readUInt32BE(0) === HEADER_START ? HEADER_BYTES + bytes.readInt32BE(HEADER_BYTES - 4) : 0;
    while (at + 2 <= bytes.length) {
      const fields = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
      if (fields === END) return;
      at += 2;
      for (let field = 0; field < fields; field++) {
        const length = ((bytes[at] ?? 0) << 24) | ((bytes[at + 1] ?? 0) << 16) | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
        at += 4;
        this.starts[field] = at;
        this.lengths[field] = length;
        if (length > 0) at += length;
      }
      onRow(this);
    }
  }
}

/** A binary timestamptz: microseconds since 2000, of which we store whole milliseconds. */
export const timeAt = (bytes: Buffer, at: number): number =>
  MS_OF_2000 + Math.floor((bytes.readInt32BE(at) * 0x1_0000_0000 + bytes.readUInt32BE(at + 4)) / 1000);
