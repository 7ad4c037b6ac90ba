variable "name" {
  description = "Of the user pool."
  type        = string
}

variable "sign_up_function" {
  description = "The trigger: who may sign up, and what a confirmed sign-up gets."
  type        = object({ name = string, alias = string, alias_arn = string })
}

variable "mail" {
  description = "The sender of codes, such as Baton <baton@example.com>, and its verified identity."
  type        = object({ sender = string, identity_arn = string, configuration_set = string })
}

variable "deletion_protection" {
  description = "Refuse to delete the pool. Its people cannot be restored: Cognito has no backup."
  type        = bool
  default     = true
}
