# Production: protected, watched, released step by step.
environment        = "prod"
region             = "eu-central-1"
protected          = true
monthly_budget     = 60
log_retention_days = 365
docs               = false
waf                = true
snap_start         = true
canary             = true
throttling         = { rate = 200, burst = 400 }

# Mails wait in their queue rather than pass SES's rate; the API never waits for a worker's share.
reserved_concurrency = {
  api            = 50
  publish_events = 8
  purge_deleted  = 4
  send_emails    = 5
  send_digests   = 5
  mark_addresses = 2
  fill_inbox     = 5
  send_webhooks  = 5
  remind         = 1
  sign_up        = 5
}
