"""What moderators and members do with quotas, one transaction each."""
