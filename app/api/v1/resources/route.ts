export { listDoor as GET } from '@/server/resources/read-doors';
