import type { Kind } from '@/domain/kinds';
import type { Status } from '@/domain/status';

/** One resource as the tables hold it. Times are milliseconds since the epoch. */
export interface FleetRow {
  id: string;
  kind: Kind;
  name: string;
  displayName: string | null;
  group: string | null;
  parentId: string | null;
  status: Status;
  lastSeen: number;
  firstSeen: number;
  createdAt: number;
  updatedAt: number;
  location: string | null;
  environment: string | null;
  owner: string | null;
  platform: string | null;
  runtime: string | null;
  version: string | null;
  os: string | null;
  arch: string | null;
  ipAddress: string | null;
  resourceType: string | null;
  cluster: string | null;
  namespace: string | null;
  labels: Record<string, string>;
  tags: Record<string, string>;
  annotations?: Record<string, string>;
  retiredAt?: number;
  revision?: number;
}
