variable "name" {
  description = "Of the API."
  type        = string
}

variable "stage" {
  description = "The first part of every address of the API."
  type        = string
  default     = "live"
}

variable "function_name" {
  description = "Of the function behind the API."
  type        = string
}

variable "function_alias" {
  description = "The alias of the function that is called."
  type        = string
}

variable "function_invoke_arn" {
  description = "Of that alias, as API Gateway names it."
  type        = string
}

variable "user_pool_arn" {
  description = "Of the pool whose tokens are taken."
  type        = string
}

variable "page_origin" {
  description = "The one origin whose page may call the API, such as https://baton.example.com."
  type        = string

  validation {
    condition     = can(regex("^https?://[a-z0-9.-]+(:[0-9]+)?$", var.page_origin))
    error_message = "One exact origin, without a path: a wildcard would let any page of the web read the API's answers."
  }
}

variable "docs" {
  description = "Serve /docs and /openapi.json to everybody."
  type        = bool
  default     = false
}

variable "throttling" {
  description = "Requests a second, and how many at once, for the whole API and for each address that needs no token."
  type = object({
    rate         = optional(number, 200)
    burst        = optional(number, 400)
    public_rate  = optional(number, 20)
    public_burst = optional(number, 40)
  })
  default = {}

  validation {
    condition     = alltrue([for limit in values(var.throttling) : limit >= 1])
    error_message = "A limit is at least 1."
  }
}

variable "waf" {
  description = "Put a web application firewall before the API (9 dollars a month and 0.60 per million requests)."
  type        = bool
  default     = false
}

variable "requests_per_address" {
  description = "How many requests in five minutes the firewall takes from one IP address."
  type        = number
  default     = 2000

  validation {
    condition     = var.requests_per_address >= 100
    error_message = "An office behind one address needs at least 100."
  }
}

variable "key_arn" {
  description = "Of the key that encrypts logs."
  type        = string
}

variable "log_retention_days" {
  description = "How long logs are kept."
  type        = number
}
