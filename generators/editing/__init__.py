"""What editors do to records other than by hand: new ones, workbooks, lists of what is due."""
