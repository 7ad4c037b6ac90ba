variable "name" {
  description = "What the names of the roles, and of all that they may touch, begin with."
  type        = string
}

variable "account_id" {
  description = "Of the account that the roles are in."
  type        = string
}

variable "repository" {
  description = "The repository whose workflows take the roles: owner/name."
  type        = string

  validation {
    condition     = can(regex("^[A-Za-z0-9-]+/[A-Za-z0-9._-]+$", var.repository))
    error_message = "One repository, exactly: owner/name. A wildcard would let others take the roles."
  }
}

variable "environments" {
  description = "The environments that are applied, each by a role of its own."
  type        = set(string)
}

variable "state" {
  description = "Where Terraform's state is: the bucket and the key that encrypts it."
  type        = object({ bucket_arn = string, key_arn = string })
}
