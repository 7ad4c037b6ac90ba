output "page_url" {
  description = "Where people go."
  value       = local.page_origin
}

output "api_url" {
  description = "Where the API answers."
  value       = module.gateway.url
}

output "page_config" {
  description = "The page's /config.json."
  value       = local.page_config
}

output "page_app" {
  description = "Where the page is uploaded; null without hosting."
  value       = one([for page in module.page : { app_id = page.app_id, branch = page.branch }])
}

output "api_function" {
  description = "Whose alias a release moves to this version."
  value       = { name = module.api.name, alias = module.api.alias_name, version = module.api.version }
}

output "release_alarms" {
  description = "Alarms that stop a release."
  value       = [for alarm in ["api-5xx", "api-p99", "api-throttles"] : module.watch.alarm_names[alarm]]
}

output "replay_environment" {
  description = "The environment of .venv/bin/python -m workers.replay."
  value = {
    AWS_REGION        = var.region
    TABLE_NAME        = module.table.name
    TOPIC_ARN         = module.notifications.topic_arn
    PARKING_QUEUE_URL = module.notifications.parking_queue.url
    FAILURES_BUCKET   = module.notifications.failure_bucket.name
  }
}
