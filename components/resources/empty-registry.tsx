import { CopyButton } from '../ui/copy-button';
import { ListState } from './list-state';

/** Nothing has reported yet: how to begin. `origin` is the address at which people reach this server. */
export function EmptyRegistry({ origin }: { origin: string }) {
  const doors = [
    { name: 'OpenTelemetry', text: `OTEL_EXPORTER_OTLP_ENDPOINT=${origin}` },
    { name: 'Kubernetes', text: 'kubectl get nodes,pods -A -o json > cluster.json && npm run gosight -- import kubernetes cluster.json' },
    { name: 'HTTP', text: `curl ${origin}/api/v1/resources -H 'content-type: application/json' -d '{"resources":[{"kind":"host","name":"my-host"}]}'` },
  ];
  return (
    <ListState title="No resources yet" says="Whatever sends telemetry here appears in this list by itself, within seconds. Three ways to begin:">
      <ul className="doors">
        {doors.map(({ name, text }) => (
          <li key={name}>
            <span>{name}</span>
            <code>{text}</code>
            <CopyButton text={text} label={`Copy the ${name} line`} />
          </li>
        ))}
      </ul>
    </ListState>
  );
}
