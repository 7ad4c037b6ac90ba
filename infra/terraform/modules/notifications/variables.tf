variable "name" {
  description = "What the names of topics, queues and the bucket begin with."
  type        = string
}

variable "account_id" {
  description = "Of the account that all this is in."
  type        = string
}

variable "key_arn" {
  description = "Of the key that encrypts topics, queues and the bucket."
  type        = string
}

variable "queues" {
  description = <<-EOT
    The queues that feed workers, by name. `timeout`: the function's, in seconds. `topic`: events or mail-events, where
    the queue is subscribed. `types`: of the events it gets, where it does not get all. `max_receive_count`: how often a
    message is brought before it is set aside.
  EOT
  type = map(object({
    timeout           = number
    topic             = optional(string)
    types             = optional(list(string))
    max_receive_count = optional(number, 5)
  }))

  validation {
    condition     = alltrue([for queue in var.queues : contains(["events", "mail-events"], coalesce(queue.topic, "events"))])
    error_message = "The topics are events and mail-events."
  }

  validation {
    condition     = alltrue([for queue in var.queues : queue.max_receive_count >= 5])
    error_message = "Fewer than 5 tries would set messages aside over a short outage."
  }
}

variable "sender" {
  description = "Such as Baton <baton@example.com>. SES knows its domain already: Cognito takes verified senders only."
  type        = string

  validation {
    condition     = can(regex("^[^<>]*<?[^<>@ ]+@[a-z0-9.-]+>?$", var.sender))
    error_message = "An address, or a name and an address in angle brackets: Baton <baton@example.com>."
  }
}

variable "region" {
  description = "Where all this is."
  type        = string
}

variable "failures_kept_days" {
  description = "How long the failure bucket keeps a batch."
  type        = number
  default     = 90
}

variable "force_destroy" {
  description = "Let the bucket be deleted with what is in it."
  type        = bool
  default     = false
}
