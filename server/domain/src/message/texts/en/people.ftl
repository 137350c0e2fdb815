# What stands in the way of an account, a token or a sign-in.

BAD_NAME = give a name of 1 to 100 characters, without spaces around it
NAME_OF_PROGRAM = the program itself records by this name; give another
NAME_OF_ACCOUNT = another account has this name; add what tells them apart
NAME_OF_TOKEN = a token has this name; add what tells them apart
NAME_OF_PERSON = a person has this name; give another
PUBLIC_NEEDS_NO_ACCOUNT = the public needs no account
PUBLIC_NEEDS_NO_TOKEN = the public needs no token
PLATFORM_NEEDS_REGIONS = a PLATFORM needs its regions: SET/CODE
ONLY_PLATFORM_HAS_REGIONS = only a PLATFORM has regions
EMAIL_HAS_ACCOUNT = has an account already
EXPIRES_IN_PAST = lies in the past; give a date from today on
TOKEN_STANDS = a token of this name stands; revoke it first, or choose another
NO_TOKEN = no token `{ $name }` stands; `token list` lists them
LAST_ADMINISTRATOR = this is the last administrator who can sign in; let another person manage people first
TOO_MANY_REQUESTS_WAIT = too many requests wait already; ask an administrator directly
PERSON_HAS_PASSWORD = this person has a password already; reset it instead
FACTOR_ON = the second factor is on already; turn it off first
PASSWORD_TOO_SHORT = the password is shorter than { $least } characters; choose a longer one
PASSWORD_TOO_LONG = the password is longer than { $most } characters; choose a shorter one
PASSWORD_IS_EMAIL = the password is the email address; choose another
PASSWORD_TOO_COMMON = the password is one that everybody tries first; choose another
PASSWORD_UNCHANGED = the password is the one you have; choose another
LINK_USED = this link was used before, or has run out; ask for another
NO_EMAIL = the provider tells no email address; ask it to
CODE_MISSING = this account asks for the code of its second factor too
WRONG_CODE = the code is wrong, or was used already; wait for the next
ACCOUNT_CHANGED = the account was changed meanwhile; sign in again

DATABASE_UNAVAILABLE = the database is out of reach; nothing was written
DATABASE_BUSY = another program is writing to the database; try again
DATABASE_FULL = the disk of the database is full or cannot be written; nothing was written
DATABASE_READ_ONLY = the database is read-only; nothing was written
FILE_UNREAD = the file could not be read; the cause is in the log
NO_RANDOMNESS = the operating system gives no random bits; nothing was made
NOT_HASHED = the password could not be hashed; nothing was written
INTERNAL = something went wrong on the server; it has been logged
