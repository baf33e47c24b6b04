import { unknownDoor } from '@/server/http-door';

export { unknownDoor as DELETE, unknownDoor as GET, unknownDoor as PATCH, unknownDoor as POST, unknownDoor as PUT };
