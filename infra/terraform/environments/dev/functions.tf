# What the functions share: their zips, the signing key's parameter, and the list of all of them for alarms.

locals {
  api_package     = "${var.packages}/api.zip"
  workers_package = "${var.packages}/workers.zip"

  functions = {
    api            = module.api
    publish_events = module.publish_events
    purge_deleted  = module.purge_deleted
    send_emails    = module.send_emails
    send_digests   = module.send_digests
    mark_addresses = module.mark_addresses
    fill_inbox     = module.fill_inbox
    send_webhooks  = module.send_webhooks
    remind         = module.remind
    sign_up        = module.sign_up
  }

  # Made by bootstrap, which alone may read it besides the functions that sign: no state holds its value.
  signing_key_parameter = "arn:aws:ssm:${var.region}:${local.account_id}:parameter/${local.name}/signing-key"
}
