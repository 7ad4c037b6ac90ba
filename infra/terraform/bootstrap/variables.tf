variable "region" {
  description = "Where everything is."
  type        = string
  default     = "eu-central-1"
}

variable "repository" {
  description = "The repository whose workflows deploy: owner/name."
  type        = string
}

variable "environments" {
  description = "The environments of this account."
  type        = set(string)
  default     = ["dev", "prod"]

  validation {
    condition     = alltrue([for name in var.environments : contains(["dev", "prod"], name)])
    error_message = "The environments are dev and prod."
  }
}
