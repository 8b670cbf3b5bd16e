import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** What the process counts about itself. Labels are platforms, kinds and outcomes: never a person, never a word. */
export type Metrics = {
  readonly contentType: string
  /** Everything, in Prometheus' text format. */
  text(): Promise<string>
  /** One inbound delivery answered: what it asked (`typed` where nothing was understood) and how it ended. */
  request(about: { readonly platform: string; readonly kind: string; readonly outcome: string }, seconds: number): void
  /** One call of an adapter by the outbox. */
  send(platform: string, result: string): void
}

/** `countOutbox` gives how many rows of the ledger stand where; it is asked at every scrape. */
export function createMetrics(countOutbox: () => Promise<ReadonlyMap<string, number>>): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = new Counter({
    name: 'dondoc_requests_total',
    help: 'Inbound deliveries answered, by platform, kind of intent and outcome.',
    labelNames: ['platform', 'kind', 'outcome'] as const,
    registers: [registry],
  })
  const durations = new Histogram({
    name: 'dondoc_request_seconds',
    help: 'Time from the delivery of a request to its answer.',
    labelNames: ['platform'] as const,
    // Slack gives 3 s.
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3],
    registers: [registry],
  })
  const sends = new Counter({
    name: 'dondoc_sends_total',
    help: 'Calls of a platform by the outbox, by result.',
    labelNames: ['platform', 'result'] as const,
    registers: [registry],
  })
  new Gauge({
    name: 'dondoc_outbox_rows',
    help: 'Rows of the outbox ledger, by status.',
    labelNames: ['status'] as const,
    registers: [registry],
    async collect() {
      const rows = await countOutbox()
      this.reset()
      for (const [status, count] of rows) this.set({ status }, count)
    },
  })
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    request({ platform, kind, outcome }, seconds) {
      requests.inc({ platform, kind, outcome })
      durations.observe({ platform }, seconds)
    },
    send: (platform, result) => sends.inc({ platform, result }),
  }
}
