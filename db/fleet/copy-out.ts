import type { Client, Connection, Submittable } from 'pg';
import { CopyRow } from './copy-row';

/** Runs a query and hands over its rows in binary form as they arrive, a few at a time, so that the process stays responsive. */
export function copyOut(client: Client, query: string, onRow: (row: CopyRow) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    client.query(new CopyOut(`COPY (${query}) TO STDOUT (FORMAT binary)`, onRow, (error) => (error === undefined ? resolve() : reject(error))));
  });
}

/** What the driver calls as messages come in. */
class CopyOut implements Submittable {
  private readonly row = new CopyRow();
  private failure: Error | undefined;

  constructor(
    private readonly text: string,
    private readonly onRow: (row: CopyRow) => void,
    private readonly done: (error?: Error) => void,
  ) {}

  submit(connection: Connection): void {
    connection.query(this.text);
  }

  handleCopyData({ chunk }: { chunk: Buffer }): void {
    if (this.failure !== undefined) return;
    try {
      this.row.readMessage(chunk, this.onRow);
    } catch (error) {
      // Thrown from here it would end the process.
      this.failure = error instanceof Error ? error : new Error(String(error));
    }
  }

  handleError(error: Error): void {
    this.done(error);
  }

  handleReadyForQuery(): void {
    this.done(this.failure);
  }

  handleCommandComplete(): void {}
  handleEmptyQuery(): void {}
}
