"""The web server's entry: uvicorn infra.local.web:site, in the environment that the API reads."""

import os

from app.main import app
from infra.local.install import BUILT_PAGE
from infra.local.page import compressed_page
from infra.local.site import Site, page_config

site = Site(app, page=compressed_page(BUILT_PAGE), config=page_config(os.environ))
