export { rollupDoor as GET } from '@/server/resources/read-doors';
