variable "name" {
  description = "What the names of alarms begin with."
  type        = string
}

variable "account_id" {
  description = "Of the account that all this is in."
  type        = string
}

variable "region" {
  description = "Where all this is."
  type        = string
}

variable "key_arn" {
  description = "Of the key that encrypts the topic of alarms."
  type        = string
}

variable "email" {
  description = "Who is told when something is wrong. They confirm by a link in a first mail."
  type        = string

  validation {
    condition     = can(regex("^[^@ ]+@[^@ ]+$", var.email))
    error_message = "An e-mail address."
  }
}

variable "monthly_budget" {
  description = "US dollars a month, of the whole account. Told at 80 % spent and at 100 % foreseen."
  type        = number

  validation {
    condition     = var.monthly_budget > 0
    error_message = "More than nothing."
  }
}

variable "api" {
  description = "The API's name and stage, as metrics name them."
  type        = object({ name = string, stage = string })
}

variable "functions" {
  description = "All functions: how long each may take (seconds), and its stream mapping where a stream feeds it."
  type = map(object({
    name              = string
    timeout           = number
    stream_mapping_id = optional(string)
    has_stream        = optional(bool, false)
  }))
}

variable "table" {
  description = "The table's name, and those of its indexes."
  type        = object({ name = string, indexes = set(string) })
}

variable "set_aside_queues" {
  description = "Names of the queues that are empty while all is well."
  type        = list(string)
}
