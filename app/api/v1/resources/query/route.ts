export { queryDoor as POST } from '@/server/resources/read-doors';
