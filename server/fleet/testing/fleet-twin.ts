import type { Db } from '@/db/client';
import { FleetReader } from '@/db/fleet/fleet-reader';
import { FleetAnswers } from '../fleet-answers';
import { FleetFollower } from '../follow-fleet';
import { loadFleet } from '../load-fleet';

export interface FleetTwin {
  reader: FleetReader;
  follower: FleetFollower;
  answers: FleetAnswers;
  close: () => Promise<void>;
}

/** An index of the test's database that catches up before each answer, without the life of a server around it. */
export async function openTwin(db: Db, url: string): Promise<FleetTwin> {
  const reader = await FleetReader.open(url, { onHint: () => undefined, onLost: () => undefined });
  const follower = new FleetFollower(reader, await loadFleet(reader, () => undefined));
  const fresh = async () => {
    await follower.catchUp();
    return follower.index;
  };
  return { reader, follower, answers: new FleetAnswers(db, fresh, () => follower.index), close: () => reader.close() };
}
