# Why a request is refused.

RANKING_CLOSED = the ranking for outreach is not public on this server
EVERYTHING_CLOSED = this server answers nobody without an account
INTERNAL_CLOSED = this is internal: OUTREACH and ADMIN may read it, and PLATFORM for its own regions; sign in or send a token of such a role
INTERNAL_FILTER_CLOSED = a filter or an order by briefings is internal: OUTREACH and ADMIN may use it, and PLATFORM together with `region` or `anyRegion` of its own regions
STAFF_ONLY = only OUTREACH and ADMIN may do this; sign in or send a token of such a role
ADMIN_ONLY = only ADMIN may do this; sign in or send a token of that role
TOKEN_READS_ONLY = this token may only read; send one of scope WRITE to change something
OWN_REGIONS_ONLY = only OUTREACH and ADMIN may do this, and PLATFORM for its own regions; sign in or send a token of such a role
NOT_YOURS = nothing of this id is yours to change: OUTREACH and ADMIN may change everything, PLATFORM what is of its own regions
NOT_SIGNED_IN = nobody is signed in; sign in first
BAD_TOKEN = the token is wrong, revoked, or has run out; send one that stands as `Authorization: Bearer TOKEN`, or no such header to ask as the public
CROSS_SITE = a page of another site sent this; send it from this server's own pages, or with a token
WRONG_CREDENTIALS = the email address or the password is wrong
TOO_MANY_ATTEMPTS = too many failures; try again in { $seconds } s
SIGN_IN_USED = this was used before, or has run out; begin again
SIGN_IN_UNWRITTEN = the database cannot be written at the moment; try again later
SIGN_IN_DISK_FULL = the disk of the database is full; try again later
TOO_OFTEN = that was a lot in a short time; try again in { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
}, or write to CoMensha
TEMPLATES_CLOSED = templates need an account here
AUDIT_CLOSED = the audit trail is for ADMIN; sign in or send a token of that role

BODY_TOO_LARGE = the body is larger than { $bytes } bytes; send less
BODY_TOO_SLOW = the body came too slowly; send it again
BODY_BROKEN = the body broke off; send it again
BODY_EMPTY = the body is empty; send the file itself
TOO_MANY_BODIES = many are sending at this moment; try again in a few seconds
NOT_JSON = send JSON with content-type application/json
NOT_JSON_QUESTION = send the question with content-type application/json
NOT_FILE = send the file itself as the body, with content-type application/octet-stream
BAD_BODY = the body is not the JSON that belongs here; the documentation of the API tells its fields
ASKED_TOO_MUCH = you asked a lot in a short time; try again after the seconds in Retry-After
TIMED_OUT = this took too long to be answered; ask for less, or try again later. A change may have been made all the same: look in the log before you repeat it
SERVER_BUSY = many ask a lot at this moment; try again after the seconds in Retry-After
TOO_MANY_UPLOADS = this account is handing in as much as it may at once; wait until that is done
TOO_MANY_UPLOADS_OF_ALL = others are handing in as much as the server holds; try again in a minute
UPLOAD_NOT_KEPT = the file cannot be kept on the server's disk; try again later
TOO_MANY_FOLLOWERS = many follow the changes at this moment; ask for the revision now and then
TOO_MANY_SUBSCRIPTIONS = a connection has { $most } subscriptions at most; end one, or follow several fields with one
TOO_MANY_FEEDS = many follow different questions at this moment; follow `changed` alone, as others do
UNKNOWN_KIND = files of boundaries, regions, population, arrangements, documents and verdicts are taken in
TEMPLATE_UNKNOWN = ask for /import/template/verdicts.xlsx, or another kind, or .csv
TEMPLATE_OF_BOUNDARIES = boundaries are outlines; there is nothing to fill in
TEMPLATE_PART = `{ $part }` is no part of this kind; leave it out, or ask for `coverage` or `regions`
TEMPLATE_FAILED = the template could not be written
REGION_WRITTEN = write the region as vng-platform/RP02
AUDIT_LINES = { $cause }; ask by actor, subject, from and to
AUDIT_UNREAD = the audit trail cannot be read now; try again in a moment
NO_QUESTION = send the question: `query` in the body, or ?query= in the address
BAD_QUESTION_ADDRESS = the address is not a question; encode query and variables (JSON) as ?query=&variables=
BAD_QUESTION = the body is not a question, at line { $line } column { $column }: send an object with `query` and `variables` as JSON in UTF-8
HASH_OF_ANOTHER = the hash is not that of the document; send the SHA-256 of `query` in hexadecimal
BATCH_NOT_SERVED = batches are not served; send one question a request
MUTATION_BY_GET = a mutation changes what is on record; send it by POST
ONLY_SUBSCRIPTIONS = only a subscription goes over a WebSocket; send questions and changes by POST
NOT_ON_SAFELIST = without an account this server answers the documents of its list only; ask its operator to add yours, or use a token
ANSWER_TOO_LONG = the answer took longer than { $seconds ->
    [one] one second
   *[other] { $seconds } seconds
}; ask for less at once
ANSWER_TOO_LARGE = the answer grew larger than { $bytes } bytes; ask for fewer rows, or for outlines in less detail
CLIENT_LEFT = the client left
NOT_READ_BACK = the change was recorded, but cannot be read back now; read it again in a moment
OUT_OF_RANGE = `{ $argument }` is { $given }; give { $range }
EMPTY_BOX = the box is empty: { $cause }
UNKNOWN_REGION_SET = there is no region set `{ $set }`; `regionSets` lists them
UNKNOWN_REGION = there is no region `{ $region }`; `regions(set:)` lists them
UNKNOWN_BLOCK = there is no building block `{ $block }` in the rubric in force; `Rubric.blocks` lists them
UNKNOWN_MUNICIPALITY = no municipality bore the code { $code } on the date asked about
TOO_MANY_POINTS = the timeline from { $from } to { $to } has more than { $most } points; take a larger step or a shorter period
BAD_FACTOR = the weight of { $factor } is { $given }; give a number from 0 to 1000
ALL_WEIGHTS_ZERO = every weight is 0; give at least one factor a weight above 0

SHEET_OF_MUNICIPALITY = ask for /sheet/GM0344.pdf or /sheet/GM0344.docx
SHEET_OF_REGION = ask for /sheet/vng-platform/RP02.pdf or /sheet/vng-platform/RP02.docx
SHEETS_CLOSED = sheets need an account here
SHEET_ABSENT = there is no such municipality or region on this date
SHEET_PARAMETER = `{ $given }` is not asked for here; give `code` for each municipality, and if you like `date` and `format` (pdf or docx), each once
SHEET_FORMAT = `{ $given }` is no format; ask for pdf or docx
SHEET_CODES = name the municipalities: /sheet/batch.zip?code=GM0344&code=GM0363
SHEETS_MOST = these are { $count } codes; ask for at most { $most } at once
SHEETS_TWICE = asked for more than once: { COMMAS($codes) }; name each municipality once
SHEETS_ABSENT = on this date there are no municipalities { COMMAS($codes) }; leave them out or choose another date
SHEETS_INTERNAL = the sheets of a campaign are internal; send a token of a role that reads campaigns
SHEETS_OF_NO_CAMPAIGN = there is no campaign with this id, or no target of it that is for you
SHEETS_BUSY = others are downloading many sheets at this moment; try again in a minute
SHEET_FAILED = the sheet could not be made; the cause is in the log
