"""The site on an editor's own machine: shown, watched, made anew, reloaded."""
