"""The front door: `app` for any ASGI server, `handler` for Lambda."""

from app.api.application import create_app
from app.api.dependencies import wire
from app.api.gateway import gateway_handler
from app.settings import ApiSettings

_settings = ApiSettings.read()
app = create_app(_settings, wire(_settings))
handler = gateway_handler(app)
