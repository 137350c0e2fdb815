//! Accounts: made, changed, removed.

use dekkingskaart::actions::{self, ActionError, NewAccount, Writer};
use dekkingskaart::domain::people::password::{BadPassword, Password};
use dekkingskaart::domain::places::code::RegionRef;
use dekkingskaart::domain::vocabulary::Role;
use dekkingskaart::store::Store;

use crate::support::{Scratch, Seed, clock, on_both_databases};

const PASSWORD: &str = "paard batterij nietje";

fn somebody(email: &str, role: Role, regions: &[&str]) -> NewAccount {
    let regions = regions
        .iter()
        .map(|code| RegionRef::new("vng-platform", code));
    NewAccount {
        email: email.parse().unwrap(),
        name: None,
        role,
        regions: regions.collect(),
        password: PASSWORD.to_owned(),
        must_change: false,
    }
}

on_both_databases! {
    async fn an_account_is_read_back_as_it_was_made_and_makes_no_revision(scratch: Scratch) {
        Seed::new()
            .municipality("GM0363")
            .municipality("GM0034")
            .region("vng-platform", "VP02", &["GM0034"])
            .region("vng-platform", "VP01", &["GM0363"])
            .plant(&scratch.store)
            .await;
        let writer = Writer::new(&scratch.store, "me", clock());
        let revision = scratch.store.revision().await.unwrap();
        let new = somebody("Jan@Platform.nl", Role::Platform, &["VP02", "VP01", "VP02"]);
        let made = actions::add_account(&writer, new).await.unwrap();
        assert_eq!((made.email.as_str(), &*made.name), ("jan@platform.nl", "jan"));
        let codes: Vec<_> = made.regions.iter().map(|region| &*region.code).collect();
        assert_eq!(codes, ["VP01", "VP02"]);
        let records = scratch.store.access().await.unwrap();
        assert_eq!(records.accounts[0].fact, made);
        assert_eq!(&*records.accounts[0].recorded_by, "me");
        assert_eq!((records.number, scratch.store.access_number().await.unwrap()), (1, 1));
        assert_eq!(scratch.store.revision().await.unwrap(), revision);
    }

    async fn an_account_without_sense_is_refused(scratch: Scratch) {
        Seed::new().municipality("GM0363").plant(&scratch.store).await;
        let writer = Writer::new(&scratch.store, "me", clock());
        actions::add_account(&writer, somebody("jan@a.nl", Role::Admin, &[])).await.unwrap();
        let named = |name: &str| NewAccount { name: Some(name.to_owned()), ..somebody("x@a.nl", Role::Admin, &[]) };
        let with = |password: &str| NewAccount { password: password.to_owned(), ..somebody("x@a.nl", Role::Admin, &[]) };
        for (new, field) in [
            (somebody("JAN@a.nl", Role::Admin, &[]), "email"),
            (somebody("jan@b.nl", Role::Admin, &[]), "name"),
            (named(" x"), "name"),
            (named("a\nb"), "name"),
            (somebody("x@a.nl", Role::Public, &[]), "role"),
            (somebody("x@a.nl", Role::Platform, &[]), "region"),
            (somebody("x@a.nl", Role::Platform, &["VP99"]), "region"),
            (somebody("x@a.nl", Role::Outreach, &["VP01"]), "region"),
            (with("short"), "password"),
        ] {
            let told = format!("{new:?}");
            let error = actions::add_account(&writer, new).await.unwrap_err();
            let ActionError::Refused(refusals) = error else { panic!("{error}") };
            assert_eq!(refusals[0].field, field, "{told}");
        }
        assert_eq!(scratch.store.access().await.unwrap().accounts.len(), 1);
    }

    async fn of_servers_that_start_at_once_one_makes_the_first_account(scratch: Scratch) {
        let other = Store::connect(&scratch.address).await.unwrap();
        let (one, two) = (Writer::new(&scratch.store, "one", clock()), Writer::new(&other, "two", clock()));
        let (one, two) = tokio::join!(actions::make_first_account(&one), actions::make_first_account(&two));
        let made: Vec<_> = [one.unwrap(), two.unwrap()].into_iter().flatten().collect();
        assert_eq!(made.len(), 1);
        let accounts = scratch.store.access().await.unwrap().accounts;
        assert_eq!(accounts.len(), 1);
        let account = &accounts[0].fact;
        assert_eq!((account.email.as_str(), account.role, account.must_change), ("admin@localhost", Role::Admin, true));
        assert!(account.password.as_ref().unwrap().is_of(&Password::typed(&made[0].password)));
        let again = Writer::new(&other, "later", clock());
        assert!(actions::make_first_account(&again).await.unwrap().is_none());
    }

    async fn another_password_takes_the_place_of_the_one_before(scratch: Scratch) {
        let writer = Writer::new(&scratch.store, "me", clock());
        let made = actions::add_account(&writer, somebody("jan@a.nl", Role::Admin, &[])).await.unwrap();
        let set = actions::set_password(&writer, &made.email, "jan@a.nl", false).await;
        assert!(matches!(set, Err(ActionError::BadPassword(BadPassword::TooShort))), "{set:?}");
        actions::set_password(&writer, &made.email, "another password", true).await.unwrap();
        let account = scratch.store.access().await.unwrap().accounts.remove(0).fact;
        assert_eq!((&account.id, account.must_change), (&made.id, true));
        assert!(account.password.as_ref().unwrap().is_of(&Password::typed("another password")));
        // Who was found right by the password before, is so no more.
        let late = actions::start_session(&writer, &made, None, None).await;
        assert!(matches!(late, Err(ActionError::AccountChanged)), "{late:?}");
        let late = actions::choose_password(&writer, &made, Password::typed("yet another one")).await;
        assert!(matches!(late, Err(ActionError::AccountChanged)), "{late:?}");
    }

    async fn a_removed_account_is_gone_with_its_sessions_and_its_email_is_free(scratch: Scratch) {
        let writer = Writer::new(&scratch.store, "me", clock());
        let made = actions::add_account(&writer, somebody("jan@a.nl", Role::Outreach, &[])).await.unwrap();
        actions::start_session(&writer, &made, None, None).await.unwrap();
        assert_eq!(scratch.store.access().await.unwrap().sessions.len(), 1);
        actions::remove_account(&writer, &made.email).await.unwrap();
        let records = scratch.store.access().await.unwrap();
        assert!(records.accounts.is_empty() && records.sessions.is_empty());
        let again = actions::remove_account(&writer, &made.email).await;
        assert!(matches!(again, Err(ActionError::UnknownId { .. })), "{again:?}");
        let anew = actions::add_account(&writer, somebody("jan@a.nl", Role::Admin, &[])).await.unwrap();
        assert_ne!(anew.id, made.id);
    }
}
