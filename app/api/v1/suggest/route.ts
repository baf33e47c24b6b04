export { suggestDoor as GET } from '@/server/suggest-door';
