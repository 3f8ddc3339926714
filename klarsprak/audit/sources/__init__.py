"""The letters of an archive: files, folders, members of zip, mbox and Maildir, object stores."""
