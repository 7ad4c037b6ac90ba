variable "name" {
  description = "Of the table."
  type        = string
}

variable "key_arn" {
  description = "Of the key that encrypts the table."
  type        = string
}

variable "deletion_protection" {
  description = "Refuse to delete the table."
  type        = bool
  default     = true
}

variable "recovery_days" {
  description = "How far back the table can be restored."
  type        = number
  default     = 35

  validation {
    condition     = var.recovery_days >= 1 && var.recovery_days <= 35
    error_message = "DynamoDB keeps 1 to 35 days."
  }
}

variable "provisioned" {
  description = "Capacity for predictable traffic, for the table and each index. Null: pay per request."
  type = object({
    read  = object({ least = number, most = number })
    write = object({ least = number, most = number })
  })
  default = null

  validation {
    condition = var.provisioned == null ? true : alltrue([
      for range in [var.provisioned.read, var.provisioned.write] : range.least >= 1 && range.least <= range.most
    ])
    error_message = "Capacity is at least 1, and `least` is no more than `most`."
  }
}
