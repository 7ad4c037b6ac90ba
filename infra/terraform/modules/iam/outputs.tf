output "plan_role_arns" {
  description = "Of pull requests (plan) and of the main branch (plan-main)."
  value       = { for name, role in aws_iam_role.plan : name => role.arn }
}

output "apply_role_arns" {
  description = "Of each environment's deployments."
  value       = { for environment, role in aws_iam_role.apply : environment => role.arn }
}
