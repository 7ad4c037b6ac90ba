variable "name" {
  description = "Of the app."
  type        = string
}

variable "branch" {
  description = "The branch that is served; its name is the first part of the page's address."
  type        = string
  default     = "main"

  validation {
    condition     = can(regex("^[a-z0-9-]+$", var.branch))
    error_message = "Small letters, digits and dashes: the name becomes a part of an address."
  }
}

variable "repository" {
  description = "URL of a repository that Amplify builds itself, connected in Amplify's console. Null: pages are uploaded."
  type        = string
  default     = null
}

variable "connects_to" {
  description = "What the page may call: the API's address and Cognito's."
  type        = list(string)

  validation {
    condition     = alltrue([for source in var.connects_to : startswith(source, "https://")])
    error_message = "Only https addresses."
  }
}
