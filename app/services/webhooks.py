"""What an admin does with the team's webhook: sets it, looks at what it was sent, and has an event sent again."""

from dataclasses import dataclass

from app.domain.errors import NotFound
from app.domain.pages import Page, PageRequest
from app.domain.people import Principal
from app.domain.webhook_addresses import require_url
from app.domain.webhooks import Webhook, WebhookDelivery, new_secret, restarted
from app.repositories.webhook_deliveries import WebhookDeliveryRepository
from app.repositories.webhook_queue import WebhookQueue
from app.repositories.webhooks import WebhookRepository
from app.services.clock import Clock, utc_now


@dataclass(frozen=True)
class WebhookService:
    webhooks: WebhookRepository
    deliveries: WebhookDeliveryRepository
    queue: WebhookQueue
    private_addresses: bool
    clock: Clock = utc_now

    def find(self) -> Webhook:
        webhook = self.webhooks.get()
        if webhook is None:
            raise NotFound("No webhook is set.")
        return webhook

    def set(self, principal: Principal, url: str) -> Webhook:
        """In place of any other, under a new secret. Raises Invalid."""
        address = require_url(url, private_addresses=self.private_addresses)
        webhook = Webhook(address, new_secret(), principal.user_id, self.clock())
        self.webhooks.put(webhook)
        return webhook

    def remove(self) -> None:
        self.webhooks.remove()

    def page(self, request: PageRequest) -> Page[WebhookDelivery]:
        """Latest event first."""
        return self.deliveries.page(request, self.clock())

    def redeliver(self, event_id: str) -> WebhookDelivery:
        """The log first: a message that came before it would find the event delivered and end there."""
        self.find()
        delivery = self.deliveries.get_many([event_id], self.clock()).get(event_id)
        if delivery is None:
            raise NotFound("The webhook was not sent this event in the last 30 days.")
        waiting = restarted(delivery, self.clock())
        self.deliveries.put(waiting)
        self.queue.put(waiting.event)
        return waiting
