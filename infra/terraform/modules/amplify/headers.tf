# What browsers are told about the page: nothing runs, loads or frames it but itself.

locals {
  content_security_policy = join("; ", [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'", # dragging and menus place themselves by style attributes
    "font-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self' ${join(" ", var.connects_to)}",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ])

  security_headers = {
    "Content-Security-Policy"   = local.content_security_policy
    "Permissions-Policy"        = "camera=(), geolocation=(), microphone=()"
    "Referrer-Policy"           = "strict-origin-when-cross-origin"
    "Strict-Transport-Security" = "max-age=31536000; includeSubDomains"
    "X-Content-Type-Options"    = "nosniff"
    "X-Frame-Options"           = "DENY"
  }

  # Files under /assets have their content's hash in their name.
  patterns = {
    "**"           = local.security_headers
    "/config.json" = { "Cache-Control" = "no-cache" }
    "/assets/*"    = { "Cache-Control" = "public, max-age=31536000, immutable" }
  }

  custom_headers = [for pattern, headers in local.patterns : {
    pattern = pattern
    headers = [for name, value in headers : { key = name, value = value }]
  }]

  # A repository with several apps names the one it means; an uploaded page has no folders.
  headers = merge(
    { for name in ["customHeaders"] : name => local.custom_headers if var.repository == null },
    {
      for name in ["applications"] : name => [{ appRoot = "frontend", customHeaders = local.custom_headers }]
      if var.repository != null
    },
  )
}
