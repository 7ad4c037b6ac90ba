# Development: small, quickly thrown away.
environment        = "dev"
region             = "eu-central-1"
protected          = false
monthly_budget     = 60
log_retention_days = 30
docs               = true
waf                = false
snap_start         = false
canary             = false
throttling         = { rate = 50, burst = 100 }

# A new account has too few to reserve any.
reserved_concurrency = {
  api            = -1
  publish_events = -1
  purge_deleted  = -1
  send_emails    = -1
  send_digests   = -1
  mark_addresses = -1
  fill_inbox     = -1
  send_webhooks  = -1
  remind         = -1
  sign_up        = -1
}
