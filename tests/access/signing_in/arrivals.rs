//! Coming in without a password: from a provider, by an invitation, or not yet.

use dekkingskaart::actions::{
    self, ActionError, NewAccessRequest, NewInvitation, PersonChange, ProviderSession, Writer,
};
use dekkingskaart::domain::clock::Clock;
use dekkingskaart::domain::people::account::Account;
use dekkingskaart::domain::people::identity::{Identity, ProviderProfile};
use dekkingskaart::domain::people::password::Password;
use dekkingskaart::domain::people::viewer::TokenHash;
use dekkingskaart::domain::record::refusal_log::RefusalLog;
use dekkingskaart::domain::vocabulary::Role;
use dekkingskaart::store::AuditQuery;

use crate::support::{Scratch, clock, on_both_databases};

fn invited(email: &str, role: Role) -> NewInvitation {
    NewInvitation {
        email: email.parse().unwrap(),
        name: None,
        role,
        regions: Vec::new(),
    }
}

fn person(subject: &str, email: &str, email_verified: bool) -> ProviderProfile {
    ProviderProfile {
        identity: Identity {
            issuer: "https://id.nl".into(),
            subject: subject.into(),
        },
        email: Some(email.parse().unwrap()),
        email_verified,
        name: Some("Jan Jansen".to_owned()),
    }
}

/// Whom a provider lets in, by their email; none who has to wait.
async fn enter(writer: &Writer<'_>, person: &ProviderProfile, sign_in: &str) -> Option<String> {
    let arrival = actions::enter_by_provider(writer, person, TokenHash::of(sign_in), None).await;
    match arrival.unwrap() {
        ProviderSession::In(account, _) => Some(account.email.to_string()),
        ProviderSession::Waiting => None,
    }
}

async fn accept(writer: &Writer<'_>, link: &str, account: &Account) -> Result<(), ActionError> {
    let password = Password::typed("paard batterij nietje");
    actions::accept_invitation(writer, TokenHash::of(link), account, password, None).await?;
    Ok(())
}

/// An administrator who can sign in.
async fn administrator(writer: &Writer<'_>) -> Account {
    let (account, link) = actions::invite_person(writer, invited("chief@a.nl", Role::Admin))
        .await
        .unwrap();
    accept(writer, link.reveal(), &account).await.unwrap();
    account
}

on_both_databases! {
    async fn a_sign_in_at_a_provider_is_used_once(scratch: Scratch) {
        let writer = Writer::new(&scratch.store, "me", clock());
        actions::invite_person(&writer, invited("jan@a.nl", Role::Outreach)).await.unwrap();
        let jan = person("1", "jan@a.nl", true);
        assert_eq!(enter(&writer, &jan, "one").await.as_deref(), Some("jan@a.nl"));
        let again = actions::enter_by_provider(&writer, &jan, TokenHash::of("one"), None).await;
        assert!(matches!(again, Err(ActionError::LinkUsed)), "{again:?}");
        assert_eq!(enter(&writer, &jan, "two").await.as_deref(), Some("jan@a.nl"));
        assert_eq!(scratch.store.access().await.unwrap().sessions.len(), 2);
    }

    async fn an_account_is_linked_by_a_verified_address_once_and_then_by_who_it_is(scratch: Scratch) {
        let writer = Writer::new(&scratch.store, "me", clock());
        actions::invite_person(&writer, invited("jan@a.nl", Role::Outreach)).await.unwrap();
        assert_eq!(enter(&writer, &person("9", "jan@a.nl", false), "a").await, None);
        assert_eq!(enter(&writer, &person("1", "jan@a.nl", true), "b").await.as_deref(), Some("jan@a.nl"));
        assert_eq!(enter(&writer, &person("1", "ander@b.nl", false), "c").await.as_deref(), Some("jan@a.nl"));
        // Somebody else got the address since.
        assert_eq!(enter(&writer, &person("2", "jan@a.nl", true), "d").await, None);
        let records = scratch.store.access().await.unwrap();
        assert_eq!(records.links.len(), 1);
        assert!(records.invitations.is_empty());
    }

    async fn who_is_approved_comes_in_and_who_gave_no_proof_is_not_linked(scratch: Scratch) {
        let writer = Writer::new(&scratch.store, "chief", clock());
        for (subject, email, verified) in [("1", "jan@a.nl", true), ("2", "eva@a.nl", false)] {
            let who = person(subject, email, verified);
            assert_eq!(enter(&writer, &who, subject).await, None);
        }
        let waiting = scratch.store.access().await.unwrap().requests;
        for (request, name) in waiting.iter().zip(["Jan", "Eva"]) {
            let made = actions::approve_access(&writer, &request.id, Some(name.to_owned()), Role::Outreach, Vec::new());
            made.await.unwrap();
        }
        assert!(scratch.store.access().await.unwrap().requests.is_empty());
        assert_eq!(enter(&writer, &person("1", "jan@a.nl", true), "x").await.as_deref(), Some("jan@a.nl"));
        assert_eq!(enter(&writer, &person("2", "eva@a.nl", false), "y").await, None);
        let refused = actions::refuse_access(&writer, &waiting[0].id).await;
        assert!(matches!(refused, Err(ActionError::UnknownId { .. })), "{refused:?}");
    }

    async fn a_request_of_the_public_changes_none_that_a_provider_vouches_for(scratch: Scratch) {
        let writer = Writer::new(&scratch.store, "public", clock());
        enter(&writer, &person("1", "jan@a.nl", true), "x").await;
        let asked = |email: &str, name: &str| NewAccessRequest {
            email: email.parse().unwrap(),
            name: name.to_owned(),
            organisation: None,
            region: None,
            reason: None,
        };
        actions::ask_access(&writer, asked("jan@a.nl", "Iemand")).await.unwrap();
        actions::ask_access(&writer, asked("eva@a.nl", "Eva")).await.unwrap();
        actions::ask_access(&writer, asked("eva@a.nl", "Eva Evers")).await.unwrap();
        let waiting = scratch.store.access().await.unwrap().requests;
        let mut names: Vec<_> = waiting.iter().map(|request| request.name.as_str()).collect();
        names.sort_unstable();
        assert_eq!(names, ["Eva Evers", "Jan Jansen"]);
        let long = actions::ask_access(&writer, asked("x@a.nl", &"x".repeat(101))).await;
        assert!(matches!(long, Err(ActionError::Refused(_))), "{long:?}");
    }

    async fn an_invitation_is_taken_up_once_within_a_week(scratch: Scratch) {
        let writer = Writer::new(&scratch.store, "me", clock());
        let (account, first) = actions::invite_person(&writer, invited("jan@a.nl", Role::Outreach)).await.unwrap();
        let (_, link) = actions::renew_invitation(&writer, &account.id).await.unwrap();
        let late = Clock::fixed(|| "2024-02-08T12:00:00Z".parse().unwrap());
        let late = accept(&Writer::new(&scratch.store, "me", late), link.reveal(), &account).await;
        for refused in [late, accept(&writer, first.reveal(), &account).await, accept(&writer, "x", &account).await] {
            assert!(matches!(refused, Err(ActionError::LinkUsed)), "{refused:?}");
        }
        accept(&writer, link.reveal(), &account).await.unwrap();
        let again = accept(&writer, link.reveal(), &account).await;
        assert!(matches!(again, Err(ActionError::LinkUsed)), "{again:?}");
        let renewed = actions::renew_invitation(&writer, &account.id).await;
        assert!(matches!(renewed, Err(ActionError::Conflict(_))), "{renewed:?}");
    }

    async fn the_last_administrator_who_can_sign_in_stays(scratch: Scratch) {
        let writer = Writer::new(&scratch.store, "me", clock());
        let chief = administrator(&writer).await;
        // Who did not take up the invitation cannot manage anything.
        let (second, link) = actions::invite_person(&writer, invited("second@a.nl", Role::Admin)).await.unwrap();
        let lower = || PersonChange { role: Some(Role::Outreach), ..PersonChange::default() };
        for refused in [
            actions::remove_person(&writer, &chief.id).await.map(|()| None),
            actions::remove_account(&writer, &chief.email).await.map(|()| None),
            actions::change_person(&writer, &chief.id, lower()).await.map(Some),
        ] {
            assert!(matches!(refused, Err(ActionError::Conflict(_))), "{refused:?}");
        }
        accept(&writer, link.reveal(), &second).await.unwrap();
        actions::change_person(&writer, &chief.id, lower()).await.unwrap();
        actions::remove_person(&writer, &chief.id).await.unwrap();
        let removed = actions::remove_person(&writer, &second.id).await;
        assert!(matches!(removed, Err(ActionError::Conflict(_))), "{removed:?}");
    }

    async fn what_is_done_to_accounts_is_on_the_trail_without_a_secret(scratch: Scratch) {
        let writer = Writer::new(&scratch.store, "me", clock());
        let chief = administrator(&writer).await;
        let password = actions::reset_password(&writer, &chief.id).await.unwrap();
        enter(&writer, &person("1", "chief@a.nl", true), "x").await;
        let log = RefusalLog::default();
        for _ in 0..100 {
            actions::record_refused_sign_in(&writer, None, &log).await.unwrap();
        }
        let page = scratch.store.audit_page(&AuditQuery::default(), 100, None).await.unwrap();
        // A stranger who goes on and on has a few lines.
        let refused = page.items.iter().filter(|entry| entry.event.action == "sign_in_refused");
        assert_eq!(refused.count(), 20);
        let told = format!("{page:?}");
        for action in ["invite_person", "accept_invitation", "reset_password", "link_account", "sign_in", "sign_in_refused"] {
            assert!(told.contains(action), "{action}: {told}");
        }
        assert!(!told.contains(&password) && !told.contains("argon2") && !told.contains("dekkingskaart_"), "{told}");
    }
}
