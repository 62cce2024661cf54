"""What Git keeps of a plan, read: the files of a commit, what differs, what happened, the repository around it."""
