# Wat een account, een token of het aanmelden in de weg staat.

BAD_NAME = vul een naam van 1 tot 100 tekens in, zonder spaties eromheen
NAME_OF_PROGRAM = onder deze naam legt het programma zelf vast; kies een andere
NAME_OF_ACCOUNT = een ander account heeft deze naam; voeg toe wat ze onderscheidt
NAME_OF_TOKEN = een token heeft deze naam; voeg toe wat ze onderscheidt
NAME_OF_PERSON = een persoon heeft deze naam; kies een andere
PUBLIC_NEEDS_NO_ACCOUNT = het publiek heeft geen account nodig
PUBLIC_NEEDS_NO_TOKEN = het publiek heeft geen token nodig
PLATFORM_NEEDS_REGIONS = deze rol heeft regio’s nodig
ONLY_PLATFORM_HAS_REGIONS = alleen de rol voor een regio heeft regio’s
EMAIL_HAS_ACCOUNT = dit adres heeft al een account
EXPIRES_IN_PAST = deze datum ligt in het verleden; kies vandaag of later
TOKEN_STANDS = er is al een token met deze naam; trek dat eerst in, of kies een andere naam
NO_TOKEN = er is geen token “{ $name }”
LAST_ADMINISTRATOR = dit is de laatste beheerder die zich kan aanmelden; maak eerst iemand anders beheerder
TOO_MANY_REQUESTS_WAIT = er wachten al te veel aanvragen; vraag het een beheerder zelf
PERSON_HAS_PASSWORD = deze persoon heeft al een wachtwoord; herstel dat
FACTOR_ON = de code uit een app staat al aan; zet die eerst uit
PASSWORD_TOO_SHORT = het wachtwoord is korter dan { $least } tekens; kies een langer wachtwoord
PASSWORD_TOO_LONG = het wachtwoord is langer dan { $most } tekens; kies een korter wachtwoord
PASSWORD_IS_EMAIL = het wachtwoord is het e-mailadres; kies een ander
PASSWORD_TOO_COMMON = dit wachtwoord is makkelijk te raden; kies een ander
PASSWORD_UNCHANGED = dit is het wachtwoord dat u al hebt; kies een ander
LINK_USED = deze link is al gebruikt of verlopen; vraag een nieuwe
NO_EMAIL = de aanmelddienst geeft geen e-mailadres door; vraag of dat kan
CODE_MISSING = vul ook de code uit uw app in
WRONG_CODE = de code is niet juist of al gebruikt; wacht op de volgende
ACCOUNT_CHANGED = het account is intussen gewijzigd; meld u opnieuw aan

DATABASE_UNAVAILABLE = de database is niet bereikbaar; er is niets bewaard
DATABASE_BUSY = een ander programma schrijft in de database; probeer het opnieuw
DATABASE_FULL = de schijf van de database is vol; er is niets bewaard
DATABASE_READ_ONLY = in de database kan niet worden geschreven; er is niets bewaard
FILE_UNREAD = het bestand kon niet worden gelezen
NO_RANDOMNESS = er kon geen geheim worden gemaakt; er is niets bewaard
NOT_HASHED = het wachtwoord kon niet worden verwerkt; er is niets bewaard
INTERNAL = er ging iets mis op de server
