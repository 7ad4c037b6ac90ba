# What the gateway refuses before the function runs, in the shape of the API's own refusals. Without CORS headers the
# page could not read them and would show a network error.

locals {
  refusals = {
    UNAUTHORIZED = {
      status = "401", title = "Unauthorized", detail = "Sign in and send the access token as a Bearer token."
    }
    ACCESS_DENIED = {
      status = "403", title = "Forbidden", detail = "This token may not be used here. Send an access token of this team."
    }
    EXPIRED_TOKEN = {
      status = "401", title = "Unauthorized", detail = "The token's time is over. Sign in again or refresh it."
    }
    # What the gateway says of a method that a public address does not take.
    MISSING_AUTHENTICATION_TOKEN = {
      status = "404", title = "Not Found", detail = "There is nothing at this address that takes this method."
    }
    REQUEST_TOO_LARGE = {
      status = "413", title = "Content Too Large", detail = "Send less at once: 256 KB is the most."
    }
    THROTTLED = {
      status = "429", title = "Too Many Requests", detail = "Too much at once. Try again in a second."
    }
    WAF_FILTERED = {
      status = "403", title = "Forbidden", detail = "The firewall took this request for an attack. Tell your admin."
    }
    INTEGRATION_TIMEOUT = {
      status = "504", title = "Gateway Timeout", detail = "That took too long. Look whether it was done, then try again."
    }
    DEFAULT_4XX = {
      status = null, title = "Bad Request", detail = "The request cannot be read. Check its address and headers."
    }
    DEFAULT_5XX = {
      status = null, title = "Internal Server Error", detail = "Something broke on our side. Try again in a moment."
    }
  }

  refusal_headers = {
    "Access-Control-Allow-Origin"   = "'${var.page_origin}'"
    "Access-Control-Expose-Headers" = "'X-Request-Id, Retry-After'"
    "Cache-Control"                 = "'no-store'"
    "Content-Type"                  = "'application/problem+json'"
    "Vary"                          = "'Origin'"
    "X-Content-Type-Options"        = "'nosniff'"
    "X-Request-Id"                  = "context.requestId"
  }
}

resource "aws_api_gateway_gateway_response" "this" {
  for_each = local.refusals

  rest_api_id   = aws_api_gateway_rest_api.this.id
  response_type = each.key
  status_code   = each.value.status

  response_parameters = {
    for name, value in merge(local.refusal_headers, each.key == "THROTTLED" ? { "Retry-After" = "'1'" } : {}) :
    "gatewayresponse.header.${name}" => value
  }

  response_templates = {
    "application/json" = jsonencode({
      type      = "about:blank"
      title     = each.value.title
      status    = tonumber(coalesce(each.value.status, startswith(each.key, "DEFAULT_4") ? "400" : "500"))
      detail    = each.value.detail
      requestId = "$context.requestId"
    })
  }
}
