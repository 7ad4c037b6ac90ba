variable "name" {
  description = "Of the function, its role and its log group."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{2,63}$", var.name))
    error_message = "A function's name has 3 to 64 small letters, digits and dashes, and starts with a letter."
  }
}

variable "description" {
  description = "What the function does, in one line."
  type        = string
}

variable "module" {
  description = "The Python module whose `handler` Lambda calls, such as workers.send_emails."
  type        = string
}

variable "package" {
  description = "The zip, made by `python -m infra.package`."
  type        = string
}

variable "architecture" {
  description = "That the zip was made for."
  type        = string
  default     = "arm64"

  validation {
    condition     = contains(["arm64", "x86_64"], var.architecture)
    error_message = "Lambda runs arm64 and x86_64."
  }
}

variable "environment" {
  description = "What the function's settings read. Nothing secret: whoever may see the function may see this."
  type        = map(string)
  default     = {}
}

variable "permissions" {
  description = "All that the function may do besides logging, tracing and reading its own source."
  type = list(object({
    actions   = list(string)
    resources = list(string)
    condition = optional(map(map(string)))
  }))

  validation {
    condition     = length(var.permissions) > 0
    error_message = "Say what the function may do: one that may do nothing does nothing."
  }

  validation {
    condition     = alltrue([for action in flatten(var.permissions[*].actions) : !strcontains(action, "*")])
    error_message = "Name each action: a wildcard also allows what is added to the service tomorrow."
  }

  validation {
    condition     = !contains(flatten(var.permissions[*].actions), "dynamodb:Scan")
    error_message = "No function scans the table: it reads all that the team ever wrote."
  }
}

variable "signing_key_parameter" {
  description = "ARN of the parameter that holds the signing key, for a function that signs."
  type        = string
  default     = null
}

variable "timeout" {
  description = "Seconds."
  type        = number
  default     = 30

  validation {
    condition     = var.timeout >= 1 && var.timeout <= 900
    error_message = "Lambda ends a function after 15 minutes (900 seconds) at the latest."
  }
}

variable "memory" {
  description = "Megabytes; the share of a processor grows with it."
  type        = number
  default     = 256

  validation {
    condition     = var.memory >= 128 && var.memory <= 10240
    error_message = "Lambda offers 128 to 10,240 megabytes."
  }
}

variable "reserved_concurrency" {
  description = "How many run at once at most, and what is kept for them. -1: whatever the account has left."
  type        = number

  validation {
    condition     = var.reserved_concurrency == -1 || var.reserved_concurrency >= 1
    error_message = "At least 1, or -1 for no reservation; 0 would stop the function."
  }
}

variable "snap_start" {
  description = "Start from a snapshot of the function after its imports."
  type        = bool
  default     = false
}

variable "canary" {
  description = <<-EOT
    Leave the alias to the release, which moves it step by step. Otherwise an apply moves it at once. Decide before the
    first apply: a change deletes the live alias and makes another, and nobody can call the function in between.
  EOT
  type        = bool
  default     = false
}

variable "key_arn" {
  description = "Of the key that encrypts logs and environment."
  type        = string
}

variable "log_retention_days" {
  description = "How long logs are kept."
  type        = number
}

variable "queue" {
  description = "The queue that feeds the function."
  type = object({
    arn                 = string
    batch_size          = optional(number, 10)
    maximum_concurrency = optional(number, 5)
  })
  default = null
}

variable "stream" {
  description = <<-EOT
    The table's stream, when it feeds the function, and where batches go that are given up. `batches_per_shard`: how many
    at once; a busy table's stream commonly has four shards, so reserve four times as many.
  EOT
  type = object({
    arn                = string
    filter             = string
    failure_bucket_arn = string
    batches_per_shard  = optional(number, 2)
  })
  default = null
}

variable "schedule" {
  description = "When the function is woken by the clock, and where calls go that could not be made."
  type = object({
    expression       = string
    dead_letters_arn = string
  })
  default = null
}
