using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Beffroi.Cli.Psychometrics.Banks;
using Beffroi.Cli.Psychometrics.Tables;
using Beffroi.Kit;
using Beffroi.Psychometrics;

namespace Beffroi.Cli.Psychometrics;

/// <summary>The line from the scale of a new bank to that of an old one: θ old = A θ new + B.</summary>
sealed record LinkReport(string Method, ScaleLink Link, ImmutableArray<(BankedItem Old, BankedItem New)> Anchors)
{
    public JsonObject Json() => new()
    {
        ["method"] = Method,
        ["A"] = JsonNumber.Of(Link.Slope),
        ["B"] = JsonNumber.Of(Link.Intercept),
        ["anchors"] = Anchors.Length,
        ["criterion"] = JsonNumber.Of(Link.Criterion),
        ["anchorItems"] = new JsonArray([.. Anchors.Select(pair => new JsonObject
        {
            ["id"] = pair.Old.Name,
            ["bOld"] = JsonNumber.Of(Difficulty(pair.Old.Model)),
            ["bNew"] = JsonNumber.Of(Moved(pair.New)),
            ["drift"] = JsonNumber.Of(Moved(pair.New) - Difficulty(pair.Old.Model)),
        })]),
    };

    public string Text()
    {
        var table = new TextTable("ancre", "b ancien", "b nouveau ramené", "écart");
        foreach (var (old, recent) in Anchors)
        {
            table.Add(old.Name, TextTable.Figure(Difficulty(old.Model)), TextTable.Figure(Moved(recent)), TextTable.Figure(Moved(recent) - Difficulty(old.Model)));
        }

        var criterion = Link.Criterion is { } reached ? $", critère {reached.ToString("G4", French.Culture)}" : "";
        return $"Méthode {Method}, {French.Count(Anchors.Length, "ancre", "ancres")} : niveau ancien = A × niveau nouveau + B\nA {TextTable.Figure(Link.Slope, 6)}, B {TextTable.Figure(Link.Intercept, 6)}{criterion}\n\n{table}";
    }

    /// <summary>The items of a bank on the old scale. Discriminations that were 1 no longer are: the models that say so take the name that does not.</summary>
    public ImmutableArray<BankedItem> Moved(Bank bank) => [.. bank.Items.Select(item => item with { Model = Apply(item), ModelName = Renamed(item.ModelName) })];

    double Moved(BankedItem item) => Link.Apply(Difficulty(item.Model));

    ItemModel Apply(BankedItem item)
    {
        try
        {
            return Link.Apply(item.Model);
        }
        catch (ArgumentException wrong)
        {
            throw new CommandFailedException($"l’item {Quoted.Text(item.Name)} sort des bornes de son modèle une fois ramené", ExitCodes.BadUsage, wrong);
        }
    }

    string Renamed(string model) => Link.Slope == 1 ? model : model switch { "rasch" => "1pl", "pcm" => "gpcm", _ => model };

    static double Difficulty(ItemModel model) => model switch
    {
        LogisticItem item => item.Difficulty,
        GradedItem item => item.Thresholds.Average(),
        PartialCreditItem item => item.Steps.Average(),
        _ => throw new InvalidOperationException($"A bank cannot hold an item of type {model.GetType().Name}."),
    };
}
