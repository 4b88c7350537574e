using Beffroi.Bots;
using Beffroi.Bots.Figures;
using Beffroi.Cli.World;
using Beffroi.Kit;

namespace Beffroi.Testing;

/// <summary>The pages of what the detector found: accounts, clusters, graph, alerts, explorations and narratives, in both languages.</summary>
static class BotsFoundPlaces
{
    const string Talked = "%23portimaginaire";

    public static IEnumerable<Place> All => Langs.All.SelectMany(In);

    /// <summary>Answers that are no page.</summary>
    public static IEnumerable<KeyValuePair<string, string>> NoPage => Langs.All.SelectMany(Files);

    static IEnumerable<KeyValuePair<string, string>> Files(Lang l) =>
    [
        KeyValuePair.Create(Addresses.Accounts(l) + ".csv", "a file"),
        KeyValuePair.Create(OwnAddresses.Survival(l) + ".csv", "a file"),
        KeyValuePair.Create(Addresses.Clusters(l) + ".csv", "a file"),
        KeyValuePair.Create(Addresses.Clusters(l) + "/{id:guid}.csv", "a file"),
        KeyValuePair.Create(Addresses.NarrativeCsv(l, "{key}"), "a file"),
        KeyValuePair.Create(OwnAddresses.GraphFile(l), "a file"),
        KeyValuePair.Create(Addresses.Graph(l) + ".json", "a file"),
        KeyValuePair.Create(OwnAddresses.GraphData(l), "data of a drawing"),
    ];

    static IEnumerable<Place> In(Lang l) =>
    [
        new(Addresses.Accounts(l), Addresses.Accounts(l), Crew.Admin),
        new(Addresses.Accounts(l) + "/{id:guid}", Addresses.Account(l, WorldBots.Account(WorldBots.Confirmed)), Crew.Admin),
        new(Addresses.Accounts(l) + "/{id:guid}", Addresses.Account(l, WorldBots.Account(WorldBots.Contested)), Crew.Admin),
        new(OwnAddresses.Survival(l), $"{OwnAddresses.Survival(l)}?watch={WorldBots.Watch}", Crew.Admin),
        new(Addresses.Clusters(l), Addresses.Clusters(l), Crew.Admin),
        new(Addresses.Clusters(l) + "/{id:guid}", Addresses.Cluster(l, WorldBots.Cluster), Crew.Admin),
        new(Addresses.Graph(l), Addresses.Graph(l), Crew.Admin),
        new(Addresses.Graph(l), $"{Addresses.Graph(l)}?watch={WorldBots.Watch}", Crew.Admin),
        new(Addresses.Alerts(l), Addresses.Alerts(l), Crew.Admin),
        new(Addresses.Explorations(l), Addresses.Explorations(l), Crew.Admin),
        new(Addresses.Explorations(l) + "/{id:guid}", Addresses.Exploration(l, WorldBots.Exploration), Crew.Admin),
        new(Addresses.Explorations(l) + l.Say("/commencer", "/start"), Addresses.Explorations(l) + l.Say("/commencer", "/start"), Crew.Admin),
        new(Addresses.Narratives(l), Addresses.Narratives(l), Crew.Admin),
        new(Addresses.Narratives(l), Addresses.Narrative(l, "#portimaginaire"), Crew.Admin),
        new(Addresses.NarrativeTable(l, "{key}"), $"{Addresses.NarrativeTable(l, "languages")}?q={Talked}", Crew.Admin),
        new(Addresses.Sheet(l), $"{Addresses.Sheet(l)}?q={Talked}", Crew.Admin),
        new(Addresses.Sheet(l), $"{Addresses.Sheet(l)}?cluster={WorldBots.Cluster}", Crew.Admin),
    ];
}
