//! Somebody has to be able to manage people.

use crate::ActionError;
use domain::id::Id;
use domain::message::PeopleMessage;
use domain::people::account::Account;
use domain::vocabulary::Role;
use store::AccessChange;

/// Refuses when nobody could manage people any more without this account.
pub(crate) async fn keep_an_administrator(
    change: &mut AccessChange,
    leaving: &Id<Account>,
) -> Result<(), ActionError> {
    let links = change.links().await?;
    let manages = |account: &Account| {
        let linked = links.iter().any(|link| link.account == account.id);
        account.role == Role::Admin && (account.password.is_some() || linked)
    };
    let accounts = change.accounts().await?;
    let mut managing = accounts.iter().filter(|account| manages(account));
    let is_last = managing.clone().any(|account| account.id == *leaving)
        && managing.all(|account| account.id == *leaving);
    if is_last {
        return Err(ActionError::conflict(PeopleMessage::LastAdministrator));
    }
    Ok(())
}
