"""A receipt printer that misbehaves on purpose and reads its own paper back."""
