"""What an editor shows: yaml-language-server from npm, driven over stdio."""
