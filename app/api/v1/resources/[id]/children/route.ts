export { childrenDoor as GET } from '@/server/resources/read-doors';
