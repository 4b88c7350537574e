using System.CommandLine;
using System.Text.Json.Nodes;
using Beffroi.Ads.Dumps;
using Beffroi.Ads.Intake;
using Beffroi.Kit;

namespace Beffroi.Cli.Ads;

static class CompareCommand
{
    const int Shown = 20;

    public static Command Make(Terminal terminal)
    {
        var before = new Argument<string>("AVANT") { Description = "La première lecture de la bibliothèque." };
        var after = new Argument<string>("APRES") { Description = "La seconde." };
        var options = new AdFileOptions();
        var json = JsonOption.Make();
        var command = new Command("compare", "Compare deux lectures d’une bibliothèque : ce qui est venu, parti, changé, ce qui a baissé. Parti ne veut pas dire contraire à la loi.") { before, after, json };
        options.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            var refused = new List<AdLine>();
            var found = await DumpComparison.Of(Facts(before), Facts(after), ct);
            await terminal.Output.WriteLineAsync(parsed.GetValue(json) ? Json(found, refused.Count).ToJsonString() : Text(found, refused.Count));

            IAsyncEnumerable<DumpFact> Facts(Argument<string> path) => options.Records(parsed, parsed.GetValue(path)!, terminal, refused, ct).Select(r => DumpFact.Of(r));
        });
        return command;
    }

    static string Text(DumpComparison found, int refused)
    {
        IEnumerable<string> lines =
        [
            $"{French.Number(found.Before)} → {French.Number(found.After)} annonces : {French.Number(found.Added.Count)} venues, {French.Number(found.Removed.Count)} parties, {French.Number(found.Changed.Count)} changées.",
            $"Parties : {French.Number(100 * found.GrossShare, 1)} % de la première lecture (écart net {French.Number(100 * found.NetShare, 1)} %). Une annonce partie n’est pas pour autant contraire à la loi.",
            .. found.Changed.SelectMany(c => c.Changed).CountBy(f => f, StringComparer.Ordinal).OrderByDescending(f => f.Value).Select(f => $"  {f.Key} : {French.Count(f.Value, "changé", "changés")}"),
            .. found.Changed.SelectMany(c => c.Gone).CountBy(f => f, StringComparer.Ordinal).OrderByDescending(f => f.Value).Select(f => $"  {f.Key} : {French.Count(f.Value, "n’est plus dit", "ne sont plus dits")}"),
            .. found.Advertisers.Take(Shown).Select(a => $"  {a.SourceId} : annonceur {a.Before} → {a.After}"),
            .. found.Fallen.Take(Shown).Select(f => $"  {f.SourceId} : {Name(f.Total)} {French.Number((double)f.Before, 0)} → {French.Number((double)f.After, 0)}, alors qu’un total ne peut que monter"),
            .. refused == 0 ? Enumerable.Empty<string>() : [$"{French.Count(refused, "ligne illisible", "lignes illisibles")}."],
        ];
        return string.Join('\n', lines);
    }

    static string Name(DumpTotal total) => total switch
    {
        DumpTotal.Impressions => "affichages",
        DumpTotal.Spend => "dépense",
        DumpTotal.Reach => "personnes touchées",
    };

    static JsonObject Json(DumpComparison found, int refused) => new()
    {
        ["before"] = found.Before,
        ["after"] = found.After,
        ["added"] = found.Added.Count,
        ["removed"] = found.Removed.Count,
        ["changed"] = found.Changed.Count,
        ["gross_share"] = found.GrossShare,
        ["net_share"] = found.NetShare,
        ["refused"] = refused,
        ["removed_ads"] = new JsonArray([.. found.Removed.Select(r => (JsonNode)new JsonObject { ["id"] = r.SourceId, ["sha256"] = r.ContentHash })]),
        ["fallen"] = new JsonArray([.. found.Fallen.Select(f => (JsonNode)new JsonObject { ["id"] = f.SourceId, ["total"] = f.Total.ToString(), ["before"] = f.Before, ["after"] = f.After })]),
        ["advertisers"] = new JsonArray([.. found.Advertisers.Select(a => (JsonNode)new JsonObject { ["id"] = a.SourceId, ["before"] = a.Before, ["after"] = a.After })]),
    };
}
