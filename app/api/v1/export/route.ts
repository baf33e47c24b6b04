export { exportDoor as GET } from '@/server/export/export-door';
