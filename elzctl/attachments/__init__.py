"""What goes with minutes and may be published: read, and freed of what readers do not see."""
