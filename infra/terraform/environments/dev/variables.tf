# What a team must say; below it, what tells one environment from another, in terraform.tfvars or by its default.

variable "sender" {
  description = "Who mails come from, such as Baton <baton@example.com>. Its domain must be verified in SES."
  type        = string
}

variable "sign_up_domains" {
  description = "Domains of the addresses that may sign up."
  type        = list(string)

  validation {
    condition = length(var.sign_up_domains) > 0 && alltrue([
      for domain in var.sign_up_domains : can(regex("^[a-z0-9-]+(\\.[a-z0-9-]+)+$", domain))
    ])
    error_message = "At least one domain, in small letters, without @ and wildcards: example.com."
  }
}

variable "first_admin_email" {
  description = "Whoever signs up with this address becomes the first admin."
  type        = string

  validation {
    condition     = contains(var.sign_up_domains, try(split("@", lower(var.first_admin_email))[1], ""))
    error_message = "An address of one of the sign-up domains; nobody else could sign up to become the admin."
  }
}

variable "alarm_email" {
  description = "Who is told when something is wrong, and of the costs. Null: the first admin."
  type        = string
  default     = null
}

# What tells one environment from another, and what a team may say otherwise.

variable "environment" {
  description = "Its name, which all names in it hold."
  type        = string

  validation {
    condition     = contains(["dev", "prod"], var.environment)
    error_message = "Either dev or prod."
  }
}

variable "region" {
  description = "Where everything is."
  type        = string

  validation {
    condition     = can(regex("^[a-z]{2}(-[a-z]+)+-[0-9]$", var.region))
    error_message = "An AWS region such as eu-central-1."
  }
}

variable "team_time_zone" {
  description = "In which tasks fall due: an IANA name such as Europe/Berlin."
  type        = string
  default     = "UTC"
}

variable "table_name" {
  description = "Of the table, once it was restored under another name. Null: the environment's own."
  type        = string
  default     = null

  validation {
    condition     = var.table_name == null ? true : startswith(var.table_name, "baton-${var.environment}-")
    error_message = "It begins with baton- and the environment: deployments may touch no other."
  }
}

variable "protected" {
  description = "Refuse to delete the table and the user pool, and the failure bucket while there is something in it."
  type        = bool
}

variable "monthly_budget" {
  description = "US dollars a month for the whole account, with what other environments in it cost."
  type        = number
}

variable "log_retention_days" {
  description = "How long logs are kept."
  type        = number

  validation {
    condition     = contains([7, 14, 30, 60, 90, 180, 365, 400, 545, 731], var.log_retention_days)
    error_message = "One of the spans that CloudWatch knows: 7, 14, 30, 60, 90, 180, 365, 400, 545 or 731 days."
  }
}

variable "docs" {
  description = "Serve the API's documentation to everybody."
  type        = bool
}

variable "waf" {
  description = "Put a web application firewall before the API."
  type        = bool
}

variable "snap_start" {
  description = "Start the API from a snapshot."
  type        = bool
}

variable "canary" {
  description = <<-EOT
    Leave the API's alias to release.sh, which moves it step by step. Otherwise an apply moves it at once. Decide before
    the first apply: a change deletes the live alias and makes another, and the API does not answer in between.
  EOT
  type        = bool
}

variable "throttling" {
  description = "Requests a second, and how many at once."
  type        = object({ rate = number, burst = number })
}

variable "provisioned_capacity" {
  description = "The table's capacity where traffic is predictable. Null: pay per request."
  type = object({
    read  = object({ least = number, most = number })
    write = object({ least = number, most = number })
  })
  default = null
}

variable "reserved_concurrency" {
  description = <<-EOT
    How many of each function run at once at most, kept for it alone; -1: no reservation. An account must keep 100 for
    the rest, and a new account has fewer than that in all: raise its limit before reserving.
  EOT
  type = object({
    api            = number
    publish_events = number
    purge_deleted  = number
    send_emails    = number
    send_digests   = number
    mark_addresses = number
    fill_inbox     = number
    send_webhooks  = number
    remind         = number
    sign_up        = number
  })
}

variable "hosting" {
  description = "Host the page with Amplify. Where that is off, page_origin says where it is."
  type        = bool
  default     = true
}

variable "page_origin" {
  description = "Where the page is, such as https://baton.example.com. Null: at Amplify's own address."
  type        = string
  default     = null

  validation {
    condition     = var.hosting || var.page_origin != null
    error_message = "Without hosting, say where the page is."
  }
}

variable "page_branch" {
  description = "The branch that Amplify serves."
  type        = string
  default     = "main"
}

variable "page_repository" {
  description = "URL of a repository that Amplify builds itself, once it is connected in Amplify's console."
  type        = string
  default     = null
}

variable "packages" {
  description = "Folder of api.zip and workers.zip, as `python -m infra.package` leaves them."
  type        = string
  default     = "../../../../dist"
}

variable "architecture" {
  description = "That the zips were made for."
  type        = string
  default     = "arm64"
}
