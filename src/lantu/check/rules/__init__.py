"""One small file for each thing that the checker looks for; `lantu.check.registry` lists them in order."""
