import { answerJson, door } from '../http-door';
import { readParameters } from '../read-parameters';

export const retireDoor = door<{ id: string }>(async ({ request, api, params }) => {
  readParameters(request, {});
  await api.resources.retire({ id: params.id });
  return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } });
});

export const restoreDoor = door<{ id: string }>(async ({ request, api, params }) => {
  readParameters(request, {});
  await api.resources.restore({ id: params.id });
  const resource = await api.resources.byId({ id: params.id });
  return answerJson(resource, { etag: `"${resource.revision}"` });
});
