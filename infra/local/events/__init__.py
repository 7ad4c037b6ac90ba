"""The event sources: what hands a Lambda its events in the cloud, here for the workers of this checkout."""
