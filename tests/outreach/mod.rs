//! Outreach over GraphQL: campaigns, briefings and what followed, bottlenecks
//! and good practices.

mod campaign;
mod effect;
mod practices;
mod ranking;
mod sheets;

use serde_json::Value;

use crate::support::Server;

/// A server and its desk: a token of the staff.
struct Desk {
    server: Server,
    token: String,
}

impl Desk {
    /// Opens with these arguments of `serve`, on an empty database.
    fn open(arguments: &[&str]) -> Self {
        let server = Server::start(arguments);
        let token = server.token("desk", &["--role", "OUTREACH"]);
        server.await_token(&token);
        Self { server, token }
    }

    fn data(&self, query: &str) -> Value {
        self.server.data_as(&self.token, query)
    }

    /// The whole answer, with its errors and notices.
    fn answer(&self, query: &str) -> Value {
        self.server.ask_as(Some(&self.token), query).1
    }

    /// Code and field of the error of an answer.
    fn refusal(&self, query: &str) -> (String, String) {
        let answer = self.answer(query);
        let extensions = &answer["errors"][0]["extensions"];
        let text = |name: &str| extensions[name].as_str().unwrap_or_default().to_owned();
        assert!(!text("code").is_empty(), "{query}\n{answer:#}");
        (text("code"), text("field"))
    }

    /// Begins a campaign from 2024 to 2030; gives its id.
    fn campaign(&self, goal: u16) -> String {
        let made = self.data(&format!(
            r#"mutation {{ createCampaign(input: {{ title: "Vijftig", goal: {goal}, from: "2024-01-01",
                 to: "2030-12-31", partners: ["CoMensha", "VNG"] }}) {{ id }} }}"#
        ));
        made["createCampaign"]["id"].as_str().unwrap().to_owned()
    }

    fn add(&self, campaign: &str, codes: &[String]) {
        let codes = serde_json::to_string(codes).unwrap();
        self.data(&format!(
            r#"mutation {{ addTargets(campaign: "{campaign}", codes: {codes}) {{ id }} }}"#
        ));
    }

    /// Records a briefing with these fields of its input; gives its id.
    fn brief(&self, input: &str) -> String {
        let made = self.data(&format!(
            "mutation {{ recordBriefing(input: {{ {input} }}) {{ id }} }}"
        ));
        made["recordBriefing"]["id"].as_str().unwrap().to_owned()
    }
}

/// The strings at a key of the objects in a list.
fn strings<'a>(list: &'a Value, path: &[&str]) -> Vec<&'a str> {
    let items = list.as_array().unwrap().iter();
    items
        .map(|item| {
            let found = path.iter().fold(item, |value, key| &value[*key]);
            found
                .as_str()
                .unwrap_or_else(|| panic!("{path:?} in {item}"))
        })
        .collect()
}
