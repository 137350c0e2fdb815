//! Taking a token back.

use crate::{ActionError, Refusal, Writer, refuse};
use domain::message::{PeopleMessage, SummaryMessage};
use domain::vocabulary::AuditAction;

/// Revokes the token of this name: it is refused from then on.
pub async fn revoke_token(writer: &Writer<'_>, name: &str) -> Result<(), ActionError> {
    let mut change = writer.begin(AuditAction::RevokeToken).await?;
    let standing = change.tokens().await?;
    if standing.iter().all(|token| &*token.name != name) {
        let name_of = name.to_owned();
        let what = PeopleMessage::NoToken { name: name_of };
        refuse(vec![Refusal::of_all("name", what)])?;
    }
    change.supersede_token(name).await?;
    change.commit(&SummaryMessage::named(name).into()).await?;
    Ok(())
}
