"""What is begun anew: a fiche, a goal, a meeting, the repository of a new zone."""
