export { resourceDoor as GET } from '@/server/resources/read-doors';
export { retireDoor as DELETE } from '@/server/resources/retire-doors';
