using Beffroi.Bots;
using Beffroi.Cli.World;
using Beffroi.Kit;

namespace Beffroi.Testing;

/// <summary>The pages of mandates, reviews and questions to the detector, in both languages.</summary>
static class BotsWorkPlaces
{
    public static IEnumerable<Place> All => Langs.All.SelectMany(In);

    /// <summary>Answers that are no page.</summary>
    public static IEnumerable<KeyValuePair<string, string>> NoPage =>
    [
        .. Langs.All.SelectMany(l => new[] { Addresses.Reviews(l) + l.Say("/corpus", "/dataset") + ".csv", Addresses.Reviews(l) + l.Say("/corpus", "/dataset") + ".jsonl", Asking(l) + l.Say("/{id:guid}/reponses.jsonl", "/{id:guid}/answers.jsonl") }).Select(file => KeyValuePair.Create(file, "a file")),
        KeyValuePair.Create(Addresses.Api + "/batches/{id:guid}", "JSON for machines"),
        KeyValuePair.Create(Addresses.Api + "/batches/{id:guid}/results", "JSON for machines"),
    ];

    static IEnumerable<Place> In(Lang l) =>
    [
        new(Addresses.Method(l), Addresses.Method(l), null),
        new(Addresses.Contest(l), Addresses.Contest(l), null),
        new(Addresses.Home(l), Addresses.Home(l), Crew.Admin),
        new(Addresses.Home(l), Addresses.Home(l), Crew.OtherAdviser),
        new(Addresses.Mandates(l), Addresses.Mandates(l), Crew.Admin),
        new(Addresses.Mandates(l) + "/{id:guid}", Addresses.Mandate(l, WorldBots.Mandate), Crew.Admin),
        new(Addresses.Mandates(l) + "/{id:guid}", Addresses.Mandate(l, WorldBots.PastMandate), Crew.Admin),
        new(Addresses.Watches(l), Addresses.Watches(l), Crew.Admin),
        new(Addresses.Watches(l) + "/{id:guid}", Addresses.Watch(l, WorldBots.Watch), Crew.Admin),
        new(Addresses.Watches(l) + "/{id:guid}", Addresses.Watch(l, WorldBots.PastWatch), Crew.Admin),
        new(Addresses.Sources(l), Addresses.Sources(l), Crew.Admin),
        new(Addresses.Sources(l) + "/{id:guid}", Addresses.Source(l, WorldBots.Mastodon), Crew.Admin),
        new(Addresses.Sources(l) + "/{id:guid}", Addresses.Source(l, WorldBots.Upload), Crew.Admin),
        new(Addresses.Reviews(l), Addresses.Reviews(l), Crew.Superadmin),
        new(Addresses.Reviews(l) + "/{id:guid}", Addresses.Review(l, WorldBots.Account(WorldBots.Confirmed)), Crew.Admin),
        new(Addresses.Reviews(l) + "/{id:guid}", Addresses.Review(l, WorldBots.Account(WorldBots.Contested)), Crew.Admin),
        new(Home(l, "/contestations", "/contests"), Home(l, "/contestations", "/contests"), Crew.Admin),
        new(Addresses.Keys(l), Addresses.Keys(l), Crew.Superadmin),
        new(Asking(l), Asking(l), Crew.Admin),
        new(Asking(l) + "/{id:guid}", $"{Asking(l)}/{WorldBots.Batch}", Crew.Admin),
    ];

    static string Asking(Lang l) => Home(l, "/demander", "/ask");

    static string Home(Lang l, string french, string english) => Addresses.Home(l) + l.Say(french, english);
}
