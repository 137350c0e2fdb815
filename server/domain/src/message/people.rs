//! What stands in the way of an account, a token or a sign-in.

use super::declare::messages;

messages! {
    /// About accounts, tokens and signing in.
    PeopleMessage {
        BadName,
        NameOfProgram,
        NameOfAccount,
        NameOfToken,
        NameOfPerson,
        PublicNeedsNoAccount,
        PublicNeedsNoToken,
        PlatformNeedsRegions,
        OnlyPlatformHasRegions,
        EmailHasAccount,
        ExpiresInPast,
        TokenStands,
        NoToken { name: String },
        LastAdministrator,
        TooManyRequestsWait,
        PersonHasPassword,
        FactorOn,
        PasswordTooShort { least: usize },
        PasswordTooLong { most: usize },
        PasswordIsEmail,
        PasswordTooCommon,
        PasswordUnchanged,
        LinkUsed,
        NoEmail,
        CodeMissing,
        WrongCode,
        AccountChanged,
    }
}
