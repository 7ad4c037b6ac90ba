output "state_bucket" {
  description = "For `terraform init -backend-config=bucket=...`; the variable STATE_BUCKET of the workflows."
  value       = module.state.bucket.name
}

output "plan_role_arns" {
  description = "The variables PLAN_ROLE (plan) and MAIN_PLAN_ROLE (plan-main) of the workflows."
  value       = module.workflows.plan_role_arns
}

output "apply_role_arns" {
  description = "The variable APPLY_ROLE of each GitHub environment."
  value       = module.workflows.apply_role_arns
}
