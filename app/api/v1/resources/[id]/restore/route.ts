export { restoreDoor as POST } from '@/server/resources/retire-doors';
